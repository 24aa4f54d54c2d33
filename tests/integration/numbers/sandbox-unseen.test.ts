import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "@/lib/deps";
import { listUsers } from "@/lib/domain/identity/queries/users";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { countUnread } from "@/lib/domain/notifications/queries/notifications";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { claimPolls } from "@/lib/domain/numbers/commands/claim-polls";
import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { refreshOfferStatistics } from "@/lib/domain/numbers/commands/refresh-offer-statistics";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { UNVERIFIED_DAILY_NUMBERS } from "@/lib/domain/numbers/order-limits";
import { getOrder, listActiveOrders, listAllOrders, listOrders } from "@/lib/domain/numbers/queries";
import { findOrders } from "@/lib/domain/numbers/queries/find-orders";
import {
  eachHistoryOrder,
  listOrderHistory,
  listRentedThings,
} from "@/lib/domain/numbers/queries/order-history";
import { ownsOrder } from "@/lib/domain/numbers/queries/owns-order";
import { listRecentServices } from "@/lib/domain/numbers/queries/recent-services";
import { readSpending } from "@/lib/domain/numbers/queries/spending";
import { eachStaffOrder, listStaffOrders } from "@/lib/domain/numbers/queries/staff-orders";
import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { listAttention } from "@/lib/domain/overview/queries/attention";
import { readOverview } from "@/lib/domain/overview/queries/sums";
import { readOverviewRange } from "@/lib/domain/overview/range";
import { getOrderLedger } from "@/lib/domain/wallet/queries/ledger-transactions";
import type { DispatchedEvent } from "@/lib/jobs/subscriber";
import { SUBSCRIBERS } from "@/lib/jobs/subscribers";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { actorOf, newUser } from "../wallet/wallet-fixture";
import {
  expectSound,
  money,
  newCustomer,
  openShop,
  pass,
  rent,
  rentInput,
  type Shop,
  sms,
} from "./numbers-fixture";

const PAGE = { page: 1, pageSize: 50 };
const NEWEST = { ...PAGE, sort: "start", direction: "desc" } as const;

/** One moment for every look at the overview: what differs then is not the time. */
const BEGINNING = new Date();
let database: TestDatabase;
let shop: Shop;
let live: UserActor;
let sandbox: UserActor;
let admin: UserActor;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db, { ownNumbers: 9 });
  live = await newCustomer(shop);
  sandbox = { ...live, isSandbox: true };
  admin = actorOf(await newUser(database.db), "ADMIN");
  const paid = await rent(shop, live);
  await receiveMessage(shop.deps, sms(paid.phoneE164, "Your WhatsApp code is 482913"));
  await rent(shop, live);
});
afterAll(async () => {
  await expectSound(shop);
  await database.close();
});

async function all<Row>(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** What the person and staff see, and what the jobs write down. */
async function everythingSeen(): Promise<object> {
  const { deps } = shop;
  const { db } = deps;
  const scope = customerScope(live);
  await refreshOfferStatistics(deps);
  await rollUpOrders(deps);
  const range = readOverviewRange({ range: "7" }, BEGINNING);
  const overview = await readOverview(deps, admin, range);
  return {
    active: await listActiveOrders(deps, scope),
    listed: await listOrders(deps, scope, PAGE),
    history: await listOrderHistory(deps, scope, {}, PAGE),
    historyExport: await all(eachHistoryOrder(deps, scope, {})),
    rented: await listRentedThings(deps, scope),
    recent: await listRecentServices(deps, scope, 9),
    spending: await readSpending(deps, scope, 30),
    unread: await countUnread(deps, scope),
    money: await money(shop, live),
    staff: await listStaffOrders(deps, admin, {}, NEWEST),
    staffOfPerson: await listStaffOrders(deps, admin, { search: live.userId }, NEWEST),
    staffExport: await all(eachStaffOrder(deps, admin, {})),
    everybody: await listAllOrders(deps, admin, PAGE),
    ofOne: await listAllOrders(deps, admin, { ...PAGE, userId: live.userId }),
    overview: overview.ok ? { ...overview.overview, countedAt: null } : null,
    attention: await listAttention(deps, admin),
    offerStatistics: await db.offerStatistic.findMany({ omit: { computedAt: true } }),
    serviceStatistics: await db.serviceStatistic.findMany({ omit: { computedAt: true } }),
    rollUps: await db.dailyOrderRollup.findMany(),
    audit: await db.auditEvent.count(),
    ledger: await db.ledgerEntry.count(),
    lines: await db.walletTransaction.count(),
    holds: await db.hold.count(),
    shelves: await db.phoneNumberService.findMany({ orderBy: { id: "asc" } }),
    numbers: await db.phoneNumber.findMany({ orderBy: { id: "asc" } }),
    calls: shop.upstream.bought.length,
  };
}

/** Every event of the outbox, to every subscriber that concerns orders. */
async function tellAll(): Promise<void> {
  const events = await database.db.outboxEvent.findMany({ where: { kind: { startsWith: "order." } } });
  for (const event of events) {
    for (const subscriber of SUBSCRIBERS) {
      if (subscriber.kinds.some((kind) => kind === event.kind)) {
        await subscriber.handle(shop.deps as unknown as Deps, event as unknown as DispatchedEvent);
      }
    }
  }
  await database.db.outboxEvent.deleteMany({ where: { kind: { startsWith: "order." } } });
}

describe("sandbox orders", () => {
  it("change nothing that a live person, staff, statistics or the books show", async () => {
    await tellAll();
    await claimPolls(shop.deps);
    const before = await everythingSeen();

    const waiting = await rent(shop, sandbox, { service: "tg", operator: "none" });
    const expired = await rent(shop, sandbox, { service: "tg", operator: "expires" });
    const [finished, canceled, used] = [
      await rent(shop, sandbox),
      await rent(shop, sandbox),
      await rent(shop, sandbox),
    ];
    await cancelOrder(shop.deps, sandbox, { orderId: canceled.id });
    await reportUsed(shop.deps, sandbox, { orderId: used.id });
    await shop.deps.db.sandboxMessage.updateMany({ data: { dueAt: new Date(0) } });
    await deliverSandboxMessages(shop.deps);
    await finishOrder(shop.deps, sandbox, { orderId: finished.id });
    await tellAll();
    expect(await everythingSeen()).toEqual(before);

    for (const { id, number, phoneE164 } of [waiting, expired, finished]) {
      expect(await getOrder(shop.deps, customerScope(live), { id })).toBeNull();
      expect(await ownsOrder(shop.deps, customerScope(live), id)).toBe(false);
      expect(await findOrders(shop.deps, live, id, 9)).toEqual([]);
      expect(await findOrders(shop.deps, admin, String(number), 9)).toEqual([]);
      expect(await findOrders(shop.deps, admin, phoneE164 ?? "", 9)).toEqual([]);
      expect(await getOrderLedger(shop.deps, admin, String(number))).toBeNull();
      for (const search of [id, String(number), phoneE164 ?? ""]) {
        expect((await listUsers(shop.deps, admin, { search }, NEWEST)).rows).toEqual([]);
      }
      for (const act of [cancelOrder, finishOrder, reportUsed, requestAnotherSms]) {
        expect(await act(shop.deps, live, { orderId: id })).toMatchObject({ reason: "not_found" });
      }
    }
  });

  it("are all that a sandbox key sees and moves", async () => {
    const real = await listActiveOrders(shop.deps, customerScope(live));
    const pretended = await listOrders(shop.deps, customerScope(sandbox), PAGE);
    expect(real).toHaveLength(2);
    expect(pretended.orders).toHaveLength(5);
    for (const { id } of real) {
      expect(pretended.orders.map((order) => order.id)).not.toContain(id);
      expect(await getOrder(shop.deps, customerScope(sandbox), { id })).toBeNull();
      for (const act of [cancelOrder, finishOrder, reportUsed, requestAnotherSms]) {
        expect(await act(shop.deps, sandbox, { orderId: id })).toMatchObject({ reason: "not_found" });
      }
    }
  });

  it("ask no supplier and use up no day", async () => {
    const poor = { ...(await newCustomer(shop)), verificationLevel: 0 };
    for (let n = 0; n < UNVERIFIED_DAILY_NUMBERS; n += 1) await rent(shop, { ...poor, isSandbox: true });
    expect(await rentNumber(shop.deps, poor, rentInput())).toMatchObject({ ok: true });
    await pass(shop, 60);
    await database.db.order.updateMany({ where: { isSandbox: true }, data: { providerId: shop.supplierId } });
    await database.db.provider.updateMany({ data: { polledAt: null } });
    expect(await claimPolls(shop.deps)).toEqual([]);
  });

  it("stay so whatever the code above does", async () => {
    const { id } = await rent(shop, sandbox);
    const number = await database.db.phoneNumber.findFirstOrThrow();
    for (const data of [
      { isSandbox: false },
      { costMicros: 1n },
      { phoneNumberId: number.id },
      { upstreamOrderId: "x" },
    ]) {
      await expect(database.db.order.update({ where: { id }, data })).rejects.toThrow();
    }
  });
});
