import { afterAll, beforeAll, expect, it } from "vitest";
import { getOffer, listBoard, listOffersForService, listServices } from "@/lib/domain/catalog/queries";
import { customerScopeOf } from "@/lib/domain/kernel/actor";
import { readClockOffset } from "@/lib/domain/kernel/business-time";
import { listOrders } from "@/lib/domain/numbers/queries";
import { checkLedger, getBalance } from "@/lib/domain/wallet/queries";
import { createVpnPanels } from "@/lib/integrations/vpn-panels/registry";
import { seedDemo } from "@/prisma/seed/demo";
import type { SeedDeps } from "@/prisma/seed/seed-deps";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { createTestIdentity } from "../identity/identity-fixture";
import { FakeUpstream } from "../numbers/fake-upstream";

let database: TestDatabase;
let deps: SeedDeps;

beforeAll(async () => {
  database = await createTestDatabase();
  const upstream = new FakeUpstream();
  deps = {
    ...createTestIdentity(database.db),
    smsProviders: { forProvider: () => upstream },
    env: { simulatorUrl: "http://127.0.0.1:4010" },
    vpnPanels: createVpnPanels(),
    publicOrigin: "http://localhost:3000",
  };
});
afterAll(() => database.close());

it("fills an empty shop, and changes nothing the second time", async () => {
  expect(await seedDemo(deps)).toEqual({ created: true });
  const counted = () =>
    Promise.all([
      database.db.offer.count(),
      database.db.phoneNumber.count(),
      database.db.phoneNumberService.count(),
      database.db.supplierOffer.count(),
      database.db.order.count(),
      database.db.user.count(),
      database.db.plan.count(),
      database.db.vpnServer.count(),
      database.db.subscription.count(),
    ]);
  const first = await counted();
  expect(first.slice(0, 4)).toEqual([7_200, 160, 960, 7_200]);
  expect(first.slice(-3)).toEqual([4, 8, 1]);
  expect(await seedDemo(deps)).toEqual({ created: false });
  expect(await counted()).toEqual(first);
  expect(await readClockOffset(deps)).toBe(0);
  expect(await checkLedger(deps)).toMatchObject({ ok: true });
});

it("gives every offer a price, stock and rates that were computed", async () => {
  const services = await listServices(deps);
  expect(services).toHaveLength(120);
  expect(services[0]).toMatchObject({ fromPrice: expect.stringMatching(/^0\.\d+$/) });
  const all = await listOffersForService(deps, "whatsapp");
  expect(all).toHaveLength(60);
  expect(
    all.every((offer) => offer.stock > 0),
    "each can be bought",
  ).toBe(true);
  const offers = all.filter(({ country }) => ["ID", "BR", "GB", "US"].includes(country.iso2));
  expect(offers).toHaveLength(4);
  for (const offer of offers) {
    expect(offer.stock).toBeGreaterThan(500);
    expect(offer).toMatchObject({ providers: 2, isSimulated: true, currency: "USD" });
    expect(offer.sampleSize).toBeGreaterThanOrEqual(5);
    expect(offer.successRate).toBeGreaterThan(0.5);
    expect(offer.medianWaitSeconds).toBeGreaterThan(5);
  }
  expect(await getOffer(deps, { service: "wa", country: "73" })).toMatchObject({
    price: "0.35",
    country: { iso2: "BR" },
  });
  expect(await getOffer(deps, { service: "wa", country: "xx" })).toBeNull();
  expect(await listBoard(deps, { limit: 5 })).toHaveLength(5);
});

it("holds the whole catalogue: every service once, prohibited ones with their reason and never on offer", async () => {
  const [all, slugs, prohibited, sold, countries] = await Promise.all([
    database.db.service.count(),
    database.db.service.groupBy({ by: ["slug"] }),
    database.db.service.findMany({ where: { isProhibited: true } }),
    database.db.service.count({ where: { isProhibited: true, offers: { some: {} } } }),
    database.db.country.count(),
  ]);
  expect(all).toBe(2_035);
  expect(slugs).toHaveLength(all);
  expect(prohibited.length).toBeGreaterThan(70);
  expect(prohibited.every((service) => service.prohibitedReason && !service.policyReviewedAt)).toBe(true);
  expect(sold).toBe(0);
  expect(countries).toBe(206);
});

it("computes what services do over all countries, and writes steps of quantity as the prices' pages read them", async () => {
  const [whatsapp] = await database.db.serviceStatistic.findMany({ where: { service: { code: "wa" } } });
  const offers = await database.db.offerStatistic.findMany({ where: { service: { code: "wa" } } });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(whatsapp).toMatchObject({
    sampleSize: sum(offers.map(({ sampleSize }) => sampleSize)),
    withCode: sum(offers.map(({ withCode }) => withCode)),
  });
  expect(whatsapp?.popularity).toBeGreaterThanOrEqual(whatsapp?.sampleSize ?? 1);
  const stepped = await database.db.offer.findMany({
    where: { NOT: { bulkDiscounts: { equals: [] } } },
    select: { currentPriceMicros: true, bulkDiscounts: true },
  });
  expect(stepped.length).toBeGreaterThan(1_000);
  for (const { currentPriceMicros, bulkDiscounts } of stepped) {
    let last = { minQuantity: 1, price: currentPriceMicros };
    for (const step of bulkDiscounts as { minQuantity: number; pricePerMicros: string }[]) {
      const price = BigInt(step.pricePerMicros);
      expect(step.minQuantity > last.minQuantity && price < last.price && price > 0n).toBe(true);
      last = { minQuantity: step.minQuantity, price };
    }
  }
});

it("has a past of the best known services in twenty countries: every rate from at least five orders, fame in numbers", async () => {
  const { db } = database;
  const known = await db.offerStatistic.findMany({ where: { sampleSize: { gte: 5 } } });
  expect(known.length).toBe(800);
  expect(new Set(known.map(({ countryId }) => countryId)).size).toBe(20);
  expect(
    known.every(({ withCode, medianWaitSeconds }) => withCode === 0 || (medianWaitSeconds ?? 0) >= 3),
  ).toBe(true);
  const services = await db.serviceStatistic.findMany({ orderBy: { popularity: "desc" } });
  expect(services).toHaveLength(40);
  expect(services[0]?.popularity).toBeGreaterThan(2 * (services[39]?.popularity ?? 0));
  const rates = services.map(({ withCode, sampleSize }) => withCode / sampleSize);
  expect(Math.min(...rates)).toBeGreaterThan(0.6);
  expect(Math.max(...rates)).toBeLessThan(0.98);
});

it("rolls the past up to the last order, and each paid order has its message and its money", async () => {
  const { db } = database;
  const [paid, all, messages, days, revenue, people] = await Promise.all([
    db.order.aggregate({ _count: true, _sum: { priceMicros: true }, where: { firstCodeAt: { not: null } } }),
    db.order.count(),
    db.smsMessage.count(),
    db.dailyOrderRollup.aggregate({ _sum: { orders: true, withCode: true, revenueMicros: true } }),
    db.ledgerEntry.aggregate({ _sum: { amount: true }, where: { account: { code: "rev:otp" } } }),
    db.dailyUserRollup.aggregate({ _sum: { newUsers: true } }),
  ]);
  expect(days._sum).toEqual({
    orders: all,
    withCode: paid._count,
    revenueMicros: paid._sum.priceMicros,
  });
  expect(messages).toBe(paid._count);
  expect(revenue._sum.amount).toBe(paid._sum.priceMicros);
  expect(people._sum.newUsers).toBe(await db.user.count());
  expect(await db.order.count({ where: { isDemoHistory: false } })).toBe(0);
});

it("sold to one past customer one number at a time", async () => {
  const [overlaps] = await database.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (SELECT start_at, lag(end_at) OVER (PARTITION BY user_id ORDER BY start_at) AS before
      FROM orders WHERE idempotency_scope = 'demo-past') o WHERE start_at < before`;
  expect(overlaps?.count).toBe(0n);
});

it("gives the demo customer money and no orders of others", async () => {
  const customer = await database.db.user.findUniqueOrThrow({ where: { username: "customer" } });
  const scope = customerScopeOf(customer.id);
  expect((await getBalance(deps, scope)).availableMicros).toBe(50_000_000n);
  expect(await listOrders(deps, scope, {})).toMatchObject({ total: 0 });
});

it("refuses outside the demo", async () => {
  await expect(seedDemo({ ...deps, mode: "production" })).rejects.toMatchObject({
    patchbayCode: "demo_only",
  });
});
