import { afterAll, beforeAll, expect, test } from "vitest";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { rollUpUsers } from "@/lib/domain/overview/commands/roll-up-users";
import { listAttention } from "@/lib/domain/overview/queries/attention";
import { readOverview } from "@/lib/domain/overview/queries/sums";
import { readOverviewRange } from "@/lib/domain/overview/range";
import { newCustomer, openShop, PRICE, pass, rent, type Shop, sms } from "../numbers/numbers-fixture";
import { actorOf, newUser, openTestWallet, type TestWallet } from "../wallet/wallet-fixture";

let wallet: TestWallet;
let shop: Shop;

beforeAll(async () => {
  wallet = await openTestWallet();
  shop = await openShop(wallet.db, { ownNumbers: 10 });
});

afterAll(() => wallet.close());

const now = async () =>
  (await wallet.db.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`)[0]?.now ?? new Date(0);

test("the overview tells what was paid, held and ended, and what needs a look", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const customer = await newCustomer(shop);
  const paid = await rent(shop, customer);
  await receiveMessage(shop.deps, sms(paid.phoneE164, "Your WhatsApp code is 482913"));
  await rent(shop, customer);
  await pass(shop, 3_000);
  await expireOrders(shop.deps, new AbortController().signal);
  await rent(shop, customer);
  await rollUpOrders(shop.deps);
  await rollUpUsers(shop.deps);
  const range = readOverviewRange({ range: "7" }, await now());
  const read = await readOverview(shop.deps, admin, range);
  expect(read).toMatchObject({
    ok: true,
    overview: {
      current: {
        orders: 3,
        withCode: 1,
        completed: 1,
        expired: 1,
        revenueMicros: PRICE,
        marginMicros: PRICE,
      },
      previous: { orders: 0, revenueMicros: 0n, successRate: null },
      heldMicros: PRICE,
      running: 1,
      providers: [{ id: shop.ownId, orders: 3, successRate: 0.5 }],
    },
  });
  if (!read.ok) return;
  expect(read.overview.days).toHaveLength(7);
  expect(read.overview.days.reduce((sum, { orders }) => sum + orders, 0)).toBe(3);
});

test("while today is not over, the day before is counted until the same hour", async () => {
  const admin = actorOf(await newUser(wallet.db), "ADMIN");
  const today = Date.parse(`${(await now()).toISOString().slice(0, 10)}T00:00:00Z`);
  const at = (hours: number) => new Date(today + hours * 3_600_000);
  const customer = await newCustomer(shop);
  for (const hours of [-15, -13]) {
    const order = await rent(shop, customer);
    await wallet.db.order.update({ where: { id: order.id }, data: { startAt: at(hours) } });
  }
  await rollUpOrders(shop.deps);
  const orders = async (asked: Parameters<typeof readOverviewRange>[0], hour: number) => {
    const read = await readOverview(shop.deps, admin, readOverviewRange(asked, at(hour)));
    return read.ok ? read.overview.previous.orders : null;
  };
  expect(await orders({ range: "today" }, 8)).toBe(0);
  expect(await orders({ range: "today" }, 10)).toBe(1);
  expect(await orders({ range: "today" }, 12)).toBe(2);
  const day = (hours: number) => at(hours).toISOString().slice(0, 10);
  // A range that is over is compared by whole days.
  expect(readOverviewRange({ from: day(-40), to: day(-1) }, at(8))).toMatchObject({
    key: "custom",
    previousUntil: null,
  });
});

test("customers see nothing of it", async () => {
  const customer = await newCustomer(shop, 0n);
  const range = readOverviewRange({}, await now());
  expect(await readOverview(shop.deps, customer, range)).toMatchObject({ ok: false, reason: "forbidden" });
  expect(await listAttention(shop.deps, customer)).toEqual([]);
});

test("what is low, failing, stuck, broken or overdue is named", async () => {
  const support = actorOf(await newUser(wallet.db), "SUPPORT");
  const late = new Date(Date.now() - 3_600_000);
  await wallet.db.provider.update({
    where: { id: shop.supplierId },
    data: { balanceMicros: 1n, lowBalanceMicros: 2n, consecutiveFailures: 1, healthError: "HTTP 500" },
  });
  await wallet.db.jobRun.create({
    data: { name: "stuck", everyMs: 1_000, startedAt: late, finishedAt: late },
  });
  await wallet.db.ledgerCheck.create({ data: { durationMs: 1, problemCount: 2 } });
  await wallet.db.outboxEvent.create({ data: { kind: "x", payload: {}, attempts: 20 } });
  await rent(shop, await newCustomer(shop));
  await pass(shop, 86_400);
  const kinds = (await listAttention(shop.deps, support)).map(({ kind }) => kind);
  expect(kinds).toEqual([
    "ledger_broken",
    "orders_overdue",
    "provider_failing",
    "provider_low_balance",
    "job_late",
    "outbox_stuck",
    "legal_unwritten",
  ]);
});
