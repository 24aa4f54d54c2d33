import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { refundOrder } from "@/lib/domain/numbers/commands/refund-order";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { getOrder, listActiveOrders, listAllOrders } from "@/lib/domain/numbers/queries";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { actorOf } from "../wallet/wallet-fixture";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  orderOf,
  pass,
  rent,
  type Shop,
  sms,
} from "./numbers-fixture";

let database: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
});
beforeEach(async () => {
  await addNumbers(shop, 1);
});
afterAll(async () => {
  await expectSound(shop);
  await database.close();
});

describe("the end", () => {
  it("cancel gives the money back and frees the number", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id } = await rent(shop, actor);
    expect(await cancelOrder(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: true,
      order: { status: "CANCELED", screen: "canceled" },
    });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
    expect(await cancelOrder(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: false,
      reason: "order_closed",
    });
  });

  it("cancel waits for the provider's time and says how long", async () => {
    await shop.deps.db.provider.update({ where: { id: shop.ownId }, data: { cancelAfterSeconds: 120 } });
    const actor = await newCustomer(shop);
    const { id } = await rent(shop, actor);
    await shop.deps.db.provider.update({ where: { id: shop.ownId }, data: { cancelAfterSeconds: 0 } });
    const early = await cancelOrder(shop.deps, actor, { orderId: id });
    expect(early).toMatchObject({ ok: false, reason: "cancel_too_early" });
    expect(Number(early.ok ? 0 : early.details?.secondsLeft)).toBeGreaterThan(100);
    await pass(shop, 121);
    expect(await finishOrder(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: true,
      order: { status: "CANCELED" },
    });
  });

  it("with a code cannot be cancelled or reported", async () => {
    const actor = await newCustomer(shop);
    const { id, phoneE164 } = await rent(shop, actor);
    await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp 100200"));
    expect(await cancelOrder(shop.deps, actor, { orderId: id })).toMatchObject({ reason: "has_code" });
    expect(await reportUsed(shop.deps, actor, { orderId: id })).toMatchObject({ reason: "has_code" });
  });

  it("reported as used: refunded, and never offered for that service again", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id, phoneE164 } = await rent(shop, actor);
    expect(await reportUsed(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: true,
      order: { screen: "used" },
    });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
    const rows = await shop.deps.db.phoneNumberService.findMany({
      where: { phoneNumber: { e164: phoneE164 ?? "" }, serviceId: shop.services.wa },
    });
    expect(rows.every(({ usedAt, liveOrderId }) => usedAt !== null && liveOrderId === null)).toBe(true);
  });

  it("expiry refunds without a code, completes with one", async () => {
    await addNumbers(shop, 2);
    const actor = await newCustomer(shop, 1_000_000n);
    const [silent, heard] = [await rent(shop, actor), await rent(shop, actor)];
    await receiveMessage(shop.deps, sms(heard.phoneE164, "WhatsApp 654321"));
    await expireOrders(shop.deps);
    expect(await orderOf(shop, actor, silent.id)).toMatchObject({ status: "ACTIVE" });
    await pass(shop, 1_201);
    await expireOrders(shop.deps);
    expect(await orderOf(shop, actor, silent.id)).toMatchObject({ status: "EXPIRED", screen: "expired" });
    expect(await orderOf(shop, actor, heard.id)).toMatchObject({ status: "COMPLETED", code: "654321" });
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);
    expect(await expireOrders(shop.deps)).toBe(0);
  });

  it("an SMS after the refund is kept sealed and costs nothing", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id, phoneE164 } = await rent(shop, actor);
    await cancelOrder(shop.deps, actor, { orderId: id });
    expect(await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp 909090"))).toMatchObject({
      outcome: "late",
      orderId: id,
    });
    expect(await orderOf(shop, actor, id)).toMatchObject({
      status: "CANCELED",
      code: null,
      messages: [],
      lateCode: true,
    });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
  });

  it("money back after the code is staff's: in parts, never more than was paid", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id, phoneE164 } = await rent(shop, actor);
    const admin = { ...actorOf((await newCustomer(shop, 0n)).userId, "ADMIN") };
    const ask = (amountMicros: bigint, by = admin) =>
      refundOrder(shop.deps, by, { orderId: id, amountMicros, reason: "wrong code" });
    expect(await ask(100_000n)).toMatchObject({ reason: "no_code" });
    await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp 246810"));
    expect(await ask(100_000n, actor)).toMatchObject({ reason: "forbidden" });
    expect(await ask(100_000n)).toMatchObject({ ok: true });
    expect(await ask(300_000n)).toMatchObject({ reason: "already_refunded" });
    expect(await ask(250_000n)).toMatchObject({ ok: true, refundedMicros: "350000" });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
    expect(await orderOf(shop, actor, id)).toMatchObject({ status: "ACTIVE", refunded: "0.35" });
  });
});

describe("somebody else's order", () => {
  it("is like a missing one, for every command and query", async () => {
    const [owner, other] = [await newCustomer(shop), await newCustomer(shop)];
    const { id, number } = await rent(shop, owner);
    for (const command of [cancelOrder, finishOrder, reportUsed, requestAnotherSms]) {
      expect(await command(shop.deps, other, { orderId: id })).toMatchObject({
        ok: false,
        reason: "not_found",
      });
      expect(await command(shop.deps, owner, { orderId: "nonsense" })).toMatchObject({
        ok: false,
        reason: "not_found",
      });
      expect(await command(shop.deps, owner, { orderId: randomUUID() })).toMatchObject({
        ok: false,
        reason: "not_found",
      });
    }
    expect(await getOrder(shop.deps, customerScope(other), { id })).toBeNull();
    expect(await getOrder(shop.deps, customerScope(other), { number })).toBeNull();
    expect(await getOrder(shop.deps, customerScope(owner), { number })).toMatchObject({ id });
    expect(await listActiveOrders(shop.deps, customerScope(other))).toEqual([]);
  });

  it("is seen by staff, without codes", async () => {
    const owner = await newCustomer(shop);
    const { id, phoneE164 } = await rent(shop, owner);
    await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp 135790"));
    expect(await listAllOrders(shop.deps, owner, {})).toMatchObject({ ok: false, reason: "forbidden" });
    const staff = await listAllOrders(shop.deps, actorOf(owner.userId, "SUPPORT"), {
      search: phoneE164 ?? "",
    });
    expect(staff).toMatchObject({
      ok: true,
      total: 1,
      orders: [{ id, code: null, messages: [], provider: { code: "own" } }],
    });
  });
});
