import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import type { OrderView } from "@/lib/domain/numbers/types";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  expectSound,
  money,
  newCustomer,
  openShop,
  orderOf,
  pass,
  rent,
  rentInput,
  type Shop,
} from "./numbers-fixture";

let database: TestDatabase;
let shop: Shop;
let actor: UserActor;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openShop(database.db);
});
beforeEach(async () => {
  actor = { ...(await newCustomer(shop, 0n)), isSandbox: true };
});
afterAll(async () => {
  await expectSound(shop);
  await database.close();
});

/** The job, so many seconds later. */
async function later(seconds: number): Promise<void> {
  await pass(shop, seconds);
  await deliverSandboxMessages(shop.deps);
  await expireOrders(shop.deps);
}

const now = ({ id }: OrderView) => orderOf(shop, actor, id);

describe("a sandbox order", () => {
  it("is rented without money or stock, gets its code after two seconds, another when asked, and is finished", async () => {
    const order = await rent(shop, actor);
    expect(order).toMatchObject({ status: "ACTIVE", screen: "waiting", code: null, messages: [] });
    expect(order.phoneE164).toMatch(/^\+555550\d+0$/);
    await later(1);
    expect(await now(order)).toMatchObject({ screen: "waiting" });
    await later(1);
    const first = await now(order);
    expect(first).toMatchObject({ screen: "code_received", messages: [{ from: "SANDBOX" }] });
    expect(first.messages[0]?.text).toBe(`Your verification code is ${first.code}`);

    await requestAnotherSms(shop.deps, actor, { orderId: order.id });
    expect(await now(order)).toMatchObject({ screen: "waiting_another", code: first.code });
    await later(2);
    const second = await now(order);
    expect(second).toMatchObject({ screen: "code_received" });
    expect(second.messages).toHaveLength(2);
    expect(second.code).not.toBe(first.code);

    expect(await finishOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({
      ok: true,
      order: { status: "COMPLETED" },
    });
    expect(await money(shop, actor)).toEqual([0n, 0n, 0n]);
  });

  it("has the same number and code for everybody, and a second one while the first runs", async () => {
    const [first, second] = [await rent(shop, actor), await rent(shop, actor)];
    expect(second.phoneE164).not.toBe(first.phoneE164);
    actor = { ...(await newCustomer(shop, 0n)), isSandbox: true };
    const theirs = await rent(shop, actor);
    expect(theirs.phoneE164).toBe(first.phoneE164);
    await later(2);
    expect((await now(theirs)).code).toMatch(/^\d{6}$/);
  });

  it("is cancelled, reported as used, or runs out as in life", async () => {
    const canceled = await rent(shop, actor);
    expect(await cancelOrder(shop.deps, actor, { orderId: canceled.id })).toMatchObject({
      order: { status: "CANCELED", screen: "canceled" },
    });
    expect(await cancelOrder(shop.deps, actor, { orderId: canceled.id })).toMatchObject({
      reason: "order_closed",
    });
    const used = await rent(shop, actor);
    expect(await reportUsed(shop.deps, actor, { orderId: used.id })).toMatchObject({
      order: { screen: "used" },
    });
    const guarded = await rent(shop, actor, { operator: "no-cancel" });
    expect(await cancelOrder(shop.deps, actor, { orderId: guarded.id })).toMatchObject({
      reason: "cancel_too_early",
    });
    await later(121);
    expect(await cancelOrder(shop.deps, actor, { orderId: guarded.id })).toMatchObject({ ok: true });
    const none = await rent(shop, actor, { operator: "none" });
    await later(899);
    expect(await now(none)).toMatchObject({ screen: "waiting", messages: [] });
    await later(2);
    expect(await now(none)).toMatchObject({ screen: "expired" });
  });
});

describe("scripts", () => {
  it("wrong sender: an SMS of another service, masked, and no code", async () => {
    const order = await rent(shop, actor, { operator: "wrong-sender" });
    await later(2);
    const seen = await now(order);
    expect(seen).toMatchObject({
      screen: "waiting",
      code: null,
      messages: [{ isForeign: true, code: null }],
    });
    expect(await cancelOrder(shop.deps, actor, { orderId: order.id })).toMatchObject({ ok: true });
  });

  it("two SMS, slow, expires, late, sold out, one only", async () => {
    const two = await rent(shop, actor, { operator: "two" });
    const slow = await rent(shop, actor, { numberWish: "1" });
    await later(6);
    expect((await now(two)).messages).toHaveLength(2);
    expect(await now(slow)).toMatchObject({ screen: "waiting" });
    await later(24);
    expect(await now(slow)).toMatchObject({ screen: "code_received" });

    const expires = await rent(shop, actor, { operator: "expires" });
    const late = await rent(shop, actor, { operator: "late" });
    await later(20);
    expect([(await now(expires)).screen, (await now(late)).screen]).toEqual(["expired", "expired"]);
    await later(5);
    expect(await now(late)).toMatchObject({ screen: "expired", code: null, messages: [], lateCode: true });

    expect(await rentNumber(shop.deps, actor, rentInput({ numberWish: "7" }))).toMatchObject({
      reason: "no_stock",
    });
    const single = await rent(shop, actor, { operator: "one-only" });
    await later(2);
    await requestAnotherSms(shop.deps, actor, { orderId: single.id });
    await later(600);
    expect(await now(single)).toMatchObject({ screen: "waiting_another" });
  });
});

describe("requests", () => {
  it("with one key make one order, and another body with that key is refused", async () => {
    const input = rentInput();
    const answers = await Promise.all(Array.from({ length: 8 }, () => rentNumber(shop.deps, actor, input)));
    const ids = answers.map((answer) => (answer.ok ? answer.order.id : answer.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await rentNumber(shop.deps, actor, { ...input, service: "tg" })).toMatchObject({
      reason: "idempotency_mismatch",
    });
    const live = await newCustomer(shop, 0n);
    expect(await rentNumber(shop.deps, { ...live, userId: actor.userId }, input)).toMatchObject({
      reason: "no_stock",
    });
  });

  it("that could not be sold in life are refused in the sandbox too", async () => {
    const refused = async (overrides: Parameters<typeof rentInput>[0]) => {
      const answer = await rentNumber(shop.deps, actor, rentInput(overrides));
      return answer.ok ? null : answer.reason;
    };
    expect(await refused({ service: "nothing" })).toBe("bad_service");
    expect(await refused({ country: "zz" })).toBe("bad_country");
    expect(await refused({ operator: "nobody" })).toBe("bad_operator");
    expect(await refused({ maxPriceMicros: 1n, expectedPriceMicros: undefined })).toBe("price_changed");
    await shop.deps.db.user.update({ where: { id: actor.userId }, data: { status: "SUSPENDED" } });
    expect(await refused({ idempotencyKey: randomUUID() })).toBe("suspended");
  });
});
