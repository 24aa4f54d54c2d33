import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { rollUpUsers } from "@/lib/domain/overview/commands/roll-up-users";
import { WAIT_BOUNDS } from "@/lib/domain/overview/wait-buckets";
import { newCustomer, openShop, type Shop } from "../numbers/numbers-fixture";
import { openTestWallet, type TestWallet } from "../wallet/wallet-fixture";

const DAY_MS = 86_400_000;
let wallet: TestWallet;
let shop: Shop;
let userId: string;

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db);
  userId = (await newCustomer(shop, 0n)).userId;
});

afterAll(() => wallet.close());

beforeEach(async () => {
  await wallet.db.order.deleteMany();
  await wallet.db.dailyOrderRollup.deleteMany();
  await wallet.db.rollupMark.deleteMany();
});

interface Past {
  /** Milliseconds before the next midnight (UTC): small numbers lie at the border of two days. */
  beforeMs: number;
  daysAgo: number;
  outcome: "COMPLETED" | "CANCELED" | "EXPIRED" | "ACTIVE" | "FAILED";
  waitMs: number;
  price: number;
  cost: number;
  isSandbox: boolean;
  isTelegram: boolean;
}

/** An order of the sandbox costs nothing and is never without a number. */
const possible = (order: Past): Past =>
  order.isSandbox
    ? { ...order, cost: 0, outcome: order.outcome === "FAILED" ? "CANCELED" : order.outcome }
    : order;

const past = fc
  .record<Past>({
    beforeMs: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: DAY_MS })),
    daysAgo: fc.integer({ min: 0, max: 40 }),
    outcome: fc.constantFrom("COMPLETED", "CANCELED", "EXPIRED", "ACTIVE", "FAILED"),
    waitMs: fc.integer({ min: 0, max: 1_500_000 }),
    price: fc.integer({ min: 0, max: 5_000_000 }),
    cost: fc.integer({ min: 0, max: 3_000_000 }),
    isSandbox: fc.boolean(),
    isTelegram: fc.boolean(),
  })
  .map(possible);

async function insert(orders: Past[]): Promise<void> {
  const midnight = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  await wallet.db.order.createMany({
    data: orders.map((order) => {
      const startAt = new Date(Math.min(midnight - order.daysAgo * DAY_MS - order.beforeMs, Date.now()));
      const hasCode = order.outcome === "COMPLETED";
      const at = new Date(startAt.getTime() + order.waitMs);
      return {
        id: randomUUID(),
        userId,
        serviceId: shop.services[order.isTelegram ? "tg" : "wa"] ?? "",
        countryId: shop.countryId,
        providerId: shop.ownId,
        phoneE164: order.outcome === "FAILED" ? null : "+5521900000000",
        status: order.outcome,
        closeReason: order.outcome === "ACTIVE" ? null : ("TIMEOUT" as const),
        priceMicros: order.price,
        costMicros: order.cost,
        lossMicros: hasCode ? 0 : order.cost,
        isSandbox: order.isSandbox,
        messageCount: hasCode ? 1 : 0,
        idempotencyScope: "test",
        idempotencyKey: randomUUID(),
        requestHash: "",
        startAt,
        activatedAt: order.outcome === "FAILED" ? null : startAt,
        cancelableAt: startAt,
        expiresAt: new Date(startAt.getTime() + DAY_MS),
        firstCodeAt: hasCode ? at : null,
        endAt: order.outcome === "ACTIVE" ? null : at,
      };
    }),
  });
}

/** The same sums by a plain query over all orders. */
function plain(): Promise<object[]> {
  return wallet.db.$queryRaw`
    SELECT (start_at AT TIME ZONE 'UTC')::date AS day, service_id, count(*)::int AS orders,
      count(first_code_at)::int AS with_code, count(*) FILTER (WHERE status = 'EXPIRED')::int AS expired,
      coalesce(sum(price_micros) FILTER (WHERE first_code_at IS NOT NULL), 0)::bigint AS revenue,
      sum(refunded_micros)::bigint AS refunded, sum(loss_micros)::bigint AS loss,
      coalesce(sum(cost_micros) FILTER (WHERE first_code_at IS NOT NULL), 0)::bigint AS cost
    FROM orders WHERE NOT is_sandbox GROUP BY 1, 2 ORDER BY 1, 2`;
}

function rolledUp(): Promise<object[]> {
  return wallet.db.$queryRaw`
    SELECT day, service_id, orders, with_code, expired, revenue_micros AS revenue, refunded_micros AS refunded,
      loss_micros AS loss, cost_micros AS cost FROM daily_order_rollups ORDER BY 1, 2`;
}

test("whatever happened, the roll-ups are the plain sums, after the first run and after what came later", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(past, { maxLength: 25 }),
      fc.array(past, { maxLength: 10 }),
      async (first, then) => {
        await wallet.db.order.deleteMany();
        await wallet.db.dailyOrderRollup.deleteMany();
        await wallet.db.rollupMark.deleteMany();
        await insert(first);
        await rollUpOrders(shop.deps);
        expect(await rolledUp()).toEqual(await plain());
        // What is new begins now; what is old ends and is refunded now.
        await insert(then.map((order) => ({ ...order, daysAgo: 0, beforeMs: 0 })));
        await wallet.db.$executeRaw`
        UPDATE orders SET status = 'EXPIRED', close_reason = 'TIMEOUT', end_at = app_now() WHERE status = 'ACTIVE'`;
        await wallet.db.$executeRaw`
        UPDATE orders SET refunded_micros = price_micros / 2, refunded_at = app_now()
        WHERE first_code_at IS NOT NULL AND number % 2 = 0 AND price_micros > 1 AND NOT is_sandbox`;
        await rollUpOrders(shop.deps);
        const once = await rolledUp();
        expect(once).toEqual(await plain());
        await rollUpOrders(shop.deps);
        expect(await rolledUp()).toEqual(once);
      },
    ),
    { numRuns: 25 },
  );
});

test("each wait falls into the bucket whose bounds hold it", async () => {
  const waits = [0, 4_999, 5_000, 59_999, 60_000, 1_199_999, 1_200_000, 5_000_000];
  const order = { daysAgo: 1, beforeMs: 1, price: 1, cost: 0, isSandbox: false, isTelegram: false } as const;
  await insert(waits.map((waitMs) => ({ ...order, outcome: "COMPLETED", waitMs })));
  await rollUpOrders(shop.deps);
  const [row] = await wallet.db.dailyOrderRollup.findMany();
  const expected = Array.from({ length: WAIT_BOUNDS.length + 1 }, () => 0);
  expected[0] = 2;
  expected[1] = 1;
  expected[WAIT_BOUNDS.indexOf(60)] = 1;
  expected[WAIT_BOUNDS.indexOf(60) + 1] = 1;
  expected[WAIT_BOUNDS.length - 1] = 1;
  expected[WAIT_BOUNDS.length] = 2;
  expect(row?.waitBuckets).toEqual(expected);
});

test("people are counted on the day they came, also those who come later that day", async () => {
  await wallet.db.user.update({
    where: { id: userId },
    data: { registeredAt: new Date("2026-03-01T23:59:59.999Z") },
  });
  await rollUpUsers(shop.deps);
  await newCustomer(shop, 0n);
  await newCustomer(shop, 0n);
  await rollUpUsers(shop.deps);
  await rollUpUsers(shop.deps);
  const counted = await wallet.db.dailyUserRollup.findMany({ orderBy: { day: "asc" } });
  const people = await wallet.db.user.count();
  expect(counted[0]).toEqual({ day: new Date("2026-03-01T00:00:00Z"), newUsers: 1 });
  expect(counted.reduce((sum, { newUsers }) => sum + newUsers, 0)).toBe(people);
});
