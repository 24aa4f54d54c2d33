import { afterAll, beforeAll, expect, it } from "vitest";
import { addOffer } from "@/lib/domain/catalog/commands/add-offer";
import { addOfferSchema } from "@/lib/domain/catalog/price-schema";
import type { Person } from "@/tests/support/world";
import { COST, openPricedWorld, PRICE, type PricedWorld } from "./priced-world";

let world: PricedWorld;
let admin: Person;

beforeAll(async () => {
  world = await openPricedWorld();
  admin = await world.person({ role: "ADMIN" });
  const { db, ids } = world.deps;
  const prices = { basePriceMicros: PRICE, currentPriceMicros: PRICE };
  await db.service.create({
    data: { id: ids.uuid(), code: "tg", slug: "telegram", name: "Telegram", ...prices },
  });
});
afterAll(() => world.close());

const add = (typed: object, who = admin) =>
  addOffer(world.deps, who.actor, addOfferSchema.parse({ service: "tg", country: "aa", ...typed }));

it("is on the list at the service's price, once, with its audit row", async () => {
  const added = await add({});
  if (!added.ok) throw new Error(added.reason);
  const offer = await world.deps.db.offer.findUniqueOrThrow({ where: { id: added.offerId } });
  expect(offer).toMatchObject({ currentPriceMicros: PRICE, basePriceMicros: PRICE, isActive: true });
  const audit = await world.deps.db.auditEvent.findFirstOrThrow({ where: { targetId: added.offerId } });
  expect(audit).toMatchObject({
    action: "offer.added",
    after: { service: "tg", currentPriceMicros: "0.35" },
  });
  const taken = { ok: false, reason: "value_taken", details: { field: "service" } };
  expect(await add({ service: "Telegram", country: "0" })).toEqual(taken);
  expect(await world.deps.db.offer.count({ where: { serviceId: offer.serviceId } })).toBe(1);
});

it("names what is not known, and is not for support", async () => {
  const unknown = (field: string) => ({ ok: false, reason: "invalid_input", details: { field } });
  expect(await add({ service: "zz" })).toEqual(unknown("service"));
  expect(await add({ country: "99" })).toEqual(unknown("country"));
  expect(await add({ country: "ab", operator: "nobody" })).toEqual(unknown("operator"));
  const support = await world.person({ role: "SUPPORT" });
  expect(await add({ country: "ab" }, support)).toEqual({ ok: false, reason: "forbidden" });
});

it("below cost is made only when just that was confirmed", async () => {
  const { db, ids } = world.deps;
  const service = await db.service.findUniqueOrThrow({ where: { code: "tg" } });
  const country = await db.country.findFirstOrThrow({ where: { iso2: "AC" } });
  const provider = await db.provider.findFirstOrThrow();
  const shelf = { serviceId: service.id, countryId: country.id, providerId: provider.id };
  const cost = { costMicros: COST, count: 5, seenAt: new Date(0) };
  await db.supplierOffer.create({ data: { id: ids.uuid(), ...shelf, ...cost } });
  const told = await add({ country: "ac", currentPrice: "0.19" });
  expect(told).toMatchObject({ reason: "price_needs_confirmation", details: { warnings: "below_cost" } });
  expect(await db.offer.count({ where: { serviceId: service.id, countryId: country.id } })).toBe(0);
  const confirmed = told.ok ? "" : String(told.details?.confirm);
  expect(await add({ country: "ac", currentPrice: "0.10", confirmed })).toMatchObject({ ok: false });
  expect(await add({ country: "ac", currentPrice: "0.19", confirmed })).toMatchObject({ ok: true });
});
