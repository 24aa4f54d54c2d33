import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bulkChangePrices } from "@/lib/domain/catalog/commands/bulk-change-prices";
import { draftPrices, draftRollBack } from "@/lib/domain/catalog/commands/draft-prices";
import { removeOldDrafts } from "@/lib/domain/catalog/commands/remove-old-drafts";
import { updateOfferPrice } from "@/lib/domain/catalog/commands/update-offer-price";
import { priceDraftSchema, updateOfferSchema } from "@/lib/domain/catalog/price-schema";
import { getOfferDetail } from "@/lib/domain/catalog/queries/get-offer-detail";
import { listPriceBatches, readPriceDraft } from "@/lib/domain/catalog/queries/price-batches";
import type { Person } from "@/tests/support/world";
import { COST, COUNTRIES, openPricedWorld, PRICE, type PricedWorld, resetOffers } from "./priced-world";

let world: PricedWorld;
let admin: Person;
let support: Person;

beforeAll(async () => {
  world = await openPricedWorld();
  admin = await world.person({ role: "ADMIN" });
  support = await world.person({ role: "SUPPORT" });
});
afterAll(() => world.close());
beforeEach(() => resetOffers(world));

const [first, last] = [() => world.offers[0] ?? "", () => world.offers[COUNTRIES - 1] ?? ""];
const pricesNow = async () =>
  new Map((await world.deps.db.offer.findMany()).map((offer) => [offer.id, offer.currentPriceMicros]));
const form = (typed: object = {}) =>
  updateOfferSchema.parse({
    id: first(),
    version: "0",
    currentPrice: "0.35",
    basePrice: "0.35",
    isActive: "on",
    ...typed,
  });
const save = (typed: object, who = admin) => updateOfferPrice(world.deps, who.actor, form(typed));
/** What the box sends that came with these warnings. */
const confirmed = (told: Awaited<ReturnType<typeof save>>): string =>
  told.ok ? "" : String(told.details?.confirm);
/** While it runs, suppliers ask for something else. */
async function withCost(costMicros: bigint, run: () => Promise<void>): Promise<void> {
  await world.deps.db.supplierOffer.updateMany({ data: { costMicros } });
  await run();
  await world.deps.db.supplierOffer.updateMany({ data: { costMicros: COST } });
}

async function draft(typed: object): Promise<string> {
  const spec = priceDraftSchema.parse({ mode: "percent", amount: "10", rounding: "none", ...typed });
  const made = await draftPrices(world.deps, admin.actor, spec);
  if (!made.ok) throw new Error(made.reason);
  return made.draftId;
}
const apply = (id: string, other: object = {}, who = admin) =>
  bulkChangePrices(world.deps, who.actor, { id, reason: "spring", confirmed: "", ...other });
/** What the page of a preview sends when its box is ticked. */
async function confirmOf(id: string): Promise<string> {
  const read = await readPriceDraft(world.deps, admin.actor, { id, page: 1 });
  if (!read.ok || !read.draft) throw new Error("no draft");
  return read.draft.warned.confirm;
}

describe("one price", () => {
  it("is saved with its history, an audit row and news for open pages", async () => {
    expect(await save({ currentPrice: "0.40", reason: "dearer" })).toEqual({ ok: true, version: 1 });
    const detail = await getOfferDetail(world.deps, support.actor, first());
    expect(detail.ok && detail.offer).toMatchObject({
      currentPrice: "0.40",
      cost: "0.20",
      margin: 0.5,
      stock: 5,
      changes: [
        { from: "0.35", to: "0.40", reason: "dearer", changedBy: admin.actor.username, batchId: null },
      ],
    });
    const audit = await world.deps.db.auditEvent.findFirstOrThrow({ where: { targetId: first() } });
    expect(audit).toMatchObject({
      before: { currentPriceMicros: "0.35" },
      after: { currentPriceMicros: "0.40" },
      reason: "dearer",
    });
    expect(
      await world.deps.db.outboxEvent.count({ where: { kind: "price.changed", subjectId: first() } }),
    ).toBe(1);
  });

  it.each(["0", "0.00", "-1", "1e2", "", "10000.01"])("of %j is refused at the edge", (currentPrice) => {
    expect(updateOfferSchema.safeParse({ ...form(), currentPrice, basePrice: "0.35" }).success).toBe(false);
  });

  it.each([
    ["below cost", "0.19", "below_cost"],
    ["ten times higher", "3.50", "jump_10x_up"],
    ["over half higher", "0.53", "jump_50_up"],
    ["far below", "0.03", "below_cost,jump_10x_down"],
  ])("%s needs a confirmation", async (_, currentPrice, warnings) => {
    const told = await save({ currentPrice });
    expect(told).toMatchObject({ ok: false, reason: "price_needs_confirmation", details: { warnings } });
    expect((await pricesNow()).get(first())).toBe(PRICE);
    expect(await save({ currentPrice, confirmed: "on" })).toEqual(told);
    expect(await save({ currentPrice, confirmed: confirmed(told) })).toEqual({ ok: true, version: 1 });
  });

  it("a confirmation is of the price and the warnings that were read, of no others", async () => {
    const read = confirmed(await save({ currentPrice: "0.10" }));
    for (const [currentPrice, warnings] of [
      ["0.11", "below_cost,jump_50_down"],
      ["0.03", "below_cost,jump_10x_down"],
      ["99", "jump_10x_up"],
    ])
      expect(await save({ currentPrice, confirmed: read })).toMatchObject({
        reason: "price_needs_confirmation",
        details: { warnings },
      });
    expect((await pricesNow()).get(first())).toBe(PRICE);
    await withCost(50_000n, async () => {
      expect(await save({ currentPrice: "0.10", confirmed: read })).toMatchObject({
        details: { warnings: "jump_50_down" },
      });
    });
  });

  it("of two admins: the second is told the first one's", async () => {
    const [one, two] = await Promise.all([save({ currentPrice: "0.36" }), save({ currentPrice: "0.37" })]);
    const refused = one.ok ? two : one;
    const winner = one.ok ? "0.36" : "0.37";
    expect(refused).toEqual({
      ok: false,
      reason: "changed_meanwhile",
      details: { version: 1, "now:currentPriceMicros": winner },
    });
  });

  it("takes falling discounts for rising quantities", async () => {
    const fine = { quantity0: "10", price0: "0.30", quantity1: "50", price1: "0.25" };
    expect(await save(fine)).toEqual({ ok: true, version: 1 });
    const wrong = await save({ ...fine, version: "1", price1: "0.30" });
    expect(wrong).toEqual({ ok: false, reason: "invalid_input", details: { field: "price1" } });
    const half = updateOfferSchema.safeParse({
      ...fine,
      id: first(),
      version: 0,
      currentPrice: "1",
      basePrice: "1",
      price1: "",
    });
    expect(half.success).toBe(false);
  });

  it("is not for support, nor is a batch", async () => {
    const refused = { ok: false, reason: "forbidden" };
    expect(await save({ currentPrice: "0.36" }, support)).toEqual(refused);
    const spec = priceDraftSchema.parse({ mode: "percent", amount: "10", rounding: "none" });
    expect(await draftPrices(world.deps, support.actor, spec)).toEqual(refused);
    const id = await draft({});
    expect(await apply(id, {}, support)).toEqual(refused);
    expect(await draftRollBack(world.deps, support.actor, { batchId: id })).toEqual(refused);
    expect([...(await pricesNow()).values()]).toEqual(world.offers.map(() => PRICE));
  });
});

describe("many prices", () => {
  it("are previewed, applied as one batch and taken back", async () => {
    const id = await draft({ countries: "aa, ab" });
    expect([...(await pricesNow()).values()]).toEqual(world.offers.map(() => PRICE));
    const preview = await readPriceDraft(world.deps, support.actor, { id, page: 1 });
    expect(preview.ok && preview.draft).toMatchObject({
      counts: {
        changed: 2,
        skipped: 0,
        stale: 0,
        fractions: 2,
        warnings: {
          below_cost: 0,
          under_discount: 0,
          jump_10x_up: 0,
          jump_10x_down: 0,
          jump_50_up: 0,
          jump_50_down: 0,
        },
      },
      rows: [
        { from: "0.35", to: "0.385", cost: "0.20" },
        { from: "0.35", to: "0.385", cost: "0.20" },
      ],
    });
    expect(await apply(id)).toEqual({ ok: true, changed: 2 });
    expect(await apply(id)).toEqual({ ok: false, reason: "conflict" });
    expect(await world.deps.db.priceChange.count({ where: { batchId: id, reason: "spring" } })).toBe(2);
    const batches = await listPriceBatches(world.deps, support.actor);
    expect(batches.ok && batches.batches[0]).toMatchObject({
      id,
      offers: 2,
      appliedBy: admin.actor.username,
    });

    // One of the two is changed again: taking the batch back leaves it alone.
    await world.deps.db.offer.update({
      where: { id: first() },
      data: { currentPriceMicros: 1n, version: 9 },
    });
    const undo = await draftRollBack(world.deps, admin.actor, { batchId: id });
    if (!undo.ok) throw new Error(undo.reason);
    expect(await apply(undo.draftId)).toEqual({ ok: true, changed: 1 });
    expect([...(await pricesNow()).values()].filter((price) => price === PRICE)).toHaveLength(COUNTRIES - 1);
    const after = await listPriceBatches(world.deps, support.actor);
    expect(after.ok && after.batches.find((batch) => batch.id === id)?.undoneById).toBe(undo.draftId);
  });

  it("that changed since the preview are named, and nothing is done", async () => {
    const id = await draft({});
    await save({ currentPrice: "0.36" });
    expect(await apply(id)).toEqual({ ok: false, reason: "price_draft_stale", details: { count: 1 } });
    const preview = await readPriceDraft(world.deps, admin.actor, { id, page: 1 });
    expect(preview.ok && preview.draft?.counts.stale).toBe(1);
    expect(preview.ok && preview.draft?.rows[0]).toMatchObject({ offerId: first(), changedTo: "0.36" });
    expect(await world.deps.db.priceChange.count({ where: { batchId: id } })).toBe(0);
    expect((await pricesNow()).get(last())).toBe(PRICE);
  });

  it("below cost need a confirmation; without a cost no margin is made", async () => {
    const loss = await draft({ mode: "set", amount: "0.19" });
    const refused = { ok: false, reason: "price_needs_confirmation" };
    expect(await apply(loss)).toMatchObject(refused);
    const other = await draft({ mode: "set", amount: "0.18" });
    expect(await apply(loss, { confirmed: await confirmOf(other) })).toMatchObject(refused);
    expect(await apply(loss, { confirmed: await confirmOf(loss) })).toEqual({ ok: true, changed: COUNTRIES });
    const margin = await draft({ mode: "margin", amount: "50", rounding: "x9" });
    const preview = await readPriceDraft(world.deps, admin.actor, { id: margin, page: 1 });
    expect(preview.ok && preview.draft?.counts).toMatchObject({ changed: 3, skipped: 1 });
    expect(preview.ok && preview.draft?.rows.find((row) => row.offerId === last())).toMatchObject({
      to: null,
      skipped: "no_cost",
    });
  });

  it("that became a loss since the preview are named, and nothing is done", async () => {
    const id = await draft({ mode: "set", amount: "0.30" });
    await withCost(310_000n, async () => {
      expect(await apply(id)).toEqual({
        ok: false,
        reason: "price_draft_stale",
        details: { count: COUNTRIES - 1 },
      });
      const preview = await readPriceDraft(world.deps, admin.actor, { id, page: 1 });
      expect(preview.ok && preview.draft?.counts.stale).toBe(COUNTRIES - 1);
      expect(preview.ok && preview.draft?.rows[0]).toMatchObject({ costNow: "0.31", changedTo: null });
    });
    expect(await apply(id)).toEqual({ ok: true, changed: COUNTRIES });
  });

  it.each([
    { mode: "set", amount: "0" },
    { mode: "percent", amount: "-100" },
    { mode: "percent", amount: "ten" },
    { mode: "none" },
  ])("by %j are refused at the edge", (typed) => {
    expect(priceDraftSchema.safeParse({ amount: "", rounding: "none", ...typed }).success).toBe(false);
  });

  it("that match nothing are refused", async () => {
    const read = (typed: object) =>
      priceDraftSchema.parse({ mode: "percent", amount: "1", rounding: "none", ...typed });
    const preview = (typed: object) => draftPrices(world.deps, admin.actor, read(typed));
    expect(await preview({ services: "wa, zz", countries: "aa, xx" })).toEqual({
      ok: false,
      reason: "invalid_input",
      details: { field: "services", found: "zz" },
    });
    expect(await preview({ services: "whatsapp", countries: "aa, xx, 1, 99" })).toEqual({
      ok: false,
      reason: "invalid_input",
      details: { field: "countries", found: "xx, 99" },
    });
    expect(await preview({ minPrice: "5" })).toEqual({ ok: false, reason: "nothing_matches" });
    expect(() => read({ minPrice: "2", maxPrice: "1" })).toThrow();
  });
});

describe("a bulk change beside quantity discounts", () => {
  it.each([
    ["0.31", 0],
    ["0.30", 1],
    ["0.25", 1],
  ])("to %s warns where the price is no longer above the dearest of them", async (amount, under_discount) => {
    await world.deps.db.offer.update({
      where: { id: first() },
      data: {
        bulkDiscounts: [
          { minQuantity: 5, pricePerMicros: "300000" },
          { minQuantity: 10, pricePerMicros: "250000" },
        ],
      },
    });
    const preview = await readPriceDraft(world.deps, admin.actor, {
      id: await draft({ mode: "set", amount }),
      page: 1,
    });
    expect(preview.ok && preview.draft?.counts.warnings).toMatchObject({ under_discount, below_cost: 0 });
  });

  it("a line tells all that it is warned about, and counts for each; a preview of before tells its gravest", async () => {
    const { db } = world.deps;
    await db.offer.update({
      where: { id: first() },
      data: { bulkDiscounts: [{ minQuantity: 5, pricePerMicros: "300000" }] },
    });
    const id = await draft({ mode: "set", amount: "0.01" });
    const read = async () => {
      const preview = await readPriceDraft(world.deps, admin.actor, { id, page: 1 });
      const found = preview.ok ? preview.draft : null;
      const line = found?.rows.find(({ offerId }) => offerId === first());
      return { warnings: line?.warnings, counts: found?.counts.warnings };
    };
    const told = await read();
    expect(told.warnings).toEqual(["below_cost", "under_discount", "jump_10x_down"]);
    expect(told.counts).toMatchObject({ under_discount: 1, jump_50_down: 0 });
    expect(told.counts?.jump_10x_down).toBeGreaterThanOrEqual(1);
    await db.$executeRaw`UPDATE price_drafts SET rows = (SELECT jsonb_agg(r - 'warnings') FROM jsonb_array_elements(rows) r)
      WHERE id = ${id}::uuid`;
    expect((await read()).warnings).toEqual(["below_cost"]);
  });
});

describe("old previews", () => {
  it("go after 7 days, but applied ones are history", async () => {
    const { db } = world.deps;
    const [applied, stale, fresh] = [await draft({}), await draft({}), await draft({})];
    expect(await apply(applied)).toMatchObject({ ok: true });
    await db.$executeRaw`UPDATE price_drafts SET created_at = now() - interval '8 days' WHERE id <> ${fresh}::uuid`;
    await removeOldDrafts(world.deps);
    const left = await db.priceDraft.findMany({ where: { id: { in: [applied, stale, fresh] } } });
    expect(left.map((one) => one.id).sort()).toEqual([applied, fresh].sort());
    expect(await removeOldDrafts(world.deps)).toBe(0);
  });
});
