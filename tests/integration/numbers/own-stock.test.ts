import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { refundOrder } from "@/lib/domain/numbers/commands/refund-order";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { getOrder, listActiveOrders, listAllOrders, listOrders } from "@/lib/domain/numbers/queries";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { actorOf } from "../wallet/wallet-fixture";
import { addNumbers, expectSound, money, newCustomer, openShop, orderOf, PRICE, pass, rent, rentInput, type Shop, sms } from "./numbers-fixture";

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

describe("renting", () => {
  it("holds the money and gives a number at once", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const order = await rent(shop, actor);
    expect(order).toMatchObject({ status: "ACTIVE", screen: "waiting", price: "0.35", code: null, messages: [], canCancel: true });
    expect(order.number).toBeGreaterThan(100_000);
    expect(order.phoneE164).toMatch(/^\+55/);
    expect(Date.parse(order.expiresAt ?? "") - Date.parse(order.activatedAt ?? "")).toBe(1_200_000);
    expect(await money(shop, actor)).toEqual([650_000n, PRICE, 0n]);
    expect(order.timeline.map(({ kind }) => kind)).toEqual(["requested", "activated"]);
  });

  it("finds service and country by any of their names", async () => {
    await addNumbers(shop, 1);
    const actor = await newCustomer(shop);
    expect((await rent(shop, actor, { service: "wa", country: "73" })).service.slug).toBe("whatsapp");
    expect((await rent(shop, actor, { service: "Telegram", country: "BR" })).service.code).toBe("tg");
  });

  it.each([
    [{ service: "nothing" }, "bad_service"],
    [{ country: "zz" }, "bad_country"],
    [{ country: "99" }, "bad_country"],
    [{ expectedPriceMicros: PRICE - 1n }, "price_changed"],
    [{ maxPriceMicros: PRICE - 1n }, "price_changed"],
    [{ idempotencyKey: "" }, "invalid_input"],
  ])("refuses %o with %s and moves no money", async (overrides, reason) => {
    const actor = await newCustomer(shop, 1_000_000n);
    expect(await rentNumber(shop.deps, actor, rentInput(overrides))).toMatchObject({ ok: false, reason });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
  });

  it("charges the lower price when it moved in the customer's favour", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    expect(await rent(shop, actor, { expectedPriceMicros: PRICE * 2n })).toMatchObject({ price: "0.35" });
  });

  it("says how much money is missing and leaves nothing behind", async () => {
    const actor = await newCustomer(shop, 100_000n);
    const refused = await rentNumber(shop.deps, actor, rentInput());
    expect(refused).toMatchObject({ ok: false, reason: "insufficient_funds", details: { missingMicros: "250000" } });
    expect(await listOrders(shop.deps, customerScope(actor), {})).toMatchObject({ total: 0 });
  });

  it("refuses a suspended person whatever their session says", async () => {
    const actor = await newCustomer(shop);
    await shop.deps.db.user.update({ where: { id: actor.userId }, data: { status: "SUSPENDED" } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ ok: false, reason: "suspended" });
  });

  it("gives somebody unverified three numbers a day, and more once the e-mail is verified", async () => {
    await addNumbers(shop, 6);
    const actor = { ...(await newCustomer(shop)), verificationLevel: 0 };
    const answers = await Promise.all(Array.from({ length: 5 }, () => rentNumber(shop.deps, actor, rentInput())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "daily_limit_reached", details: { limit: 3 } });
    await shop.deps.db.user.update({ where: { id: actor.userId }, data: { emailVerifiedAt: new Date() } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ ok: true });
  });

  it("refuses services that are prohibited or need a higher level", async () => {
    const actor = await newCustomer(shop);
    const id = shop.services.tg ?? "";
    await shop.deps.db.service.update({ where: { id }, data: { isProhibited: true } });
    expect(await rentNumber(shop.deps, actor, rentInput({ service: "tg" }))).toMatchObject({ reason: "service_prohibited" });
    await shop.deps.db.service.update({ where: { id }, data: { isProhibited: false, minVerificationLevel: 2 } });
    expect(await rentNumber(shop.deps, actor, rentInput({ service: "tg" }))).toMatchObject({ reason: "level_too_low" });
    await shop.deps.db.service.update({ where: { id }, data: { minVerificationLevel: 0 } });
  });

  it("rents once for a key that is sent many times at once, and refuses it for something else", async () => {
    const actor = await newCustomer(shop, 10_000_000n);
    await addNumbers(shop, 10);
    const input = rentInput();
    const answers = await Promise.all(Array.from({ length: 10 }, () => rentNumber(shop.deps, actor, input)));
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.order.id : answer.reason)));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
    expect(await money(shop, actor)).toEqual([10_000_000n - PRICE, PRICE, 0n]);
    const other = await rentNumber(shop.deps, actor, { ...input, service: "tg" });
    expect(other).toMatchObject({ ok: false, reason: "idempotency_mismatch" });
    const someoneElse = await newCustomer(shop);
    expect(await rentNumber(shop.deps, someoneElse, input)).toMatchObject({ ok: true, replayed: false });
  });

  it("never offers a number again for a service whose code it received", async () => {
    const actor = await newCustomer(shop);
    const { phoneE164, id } = await rent(shop, actor);
    await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp code 123-456"));
    await finishOrder(shop.deps, actor, { orderId: id });
    await addNumbers(shop, 3);
    for (let again = 0; again < 3; again += 1) expect((await rent(shop, actor)).phoneE164).not.toBe(phoneE164);
  });
});

describe("the SMS", () => {
  it("shows the code, captures once, and stays open for another", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    const first = sms(phoneE164, "Your WhatsApp code: 123-456");
    expect(await receiveMessage(shop.deps, first)).toMatchObject({ outcome: "delivered", orderId: id });
    expect(await orderOf(shop, actor, id)).toMatchObject({ status: "ACTIVE", screen: "code_received", code: "123456", canFinish: true, canCancel: false });
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);

    expect(await requestAnotherSms(shop.deps, actor, { orderId: id })).toMatchObject({ ok: true, order: { screen: "waiting_another" } });
    await receiveMessage(shop.deps, sms(phoneE164, "Your WhatsApp code: 777-888"));
    const second = await orderOf(shop, actor, id);
    expect(second).toMatchObject({ code: "777888", screen: "code_received" });
    expect(second.messages.map(({ code }) => code)).toEqual(["123456", "777888"]);
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);

    expect(await finishOrder(shop.deps, actor, { orderId: id })).toMatchObject({ ok: true, order: { status: "COMPLETED", screen: "finished", code: "777888" } });
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);
  });

  it("is stored once, however often and how fast it is sent", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    const message = sms(phoneE164, "WhatsApp 424242");
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => receiveMessage(shop.deps, message)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["delivered", ...Array(9).fill("duplicate")]);
    expect((await orderOf(shop, actor, id)).messages).toHaveLength(1);
  });

  it("without a code is shown and costs nothing", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    await receiveMessage(shop.deps, sms(phoneE164, "Welcome to WhatsApp!"));
    expect(await orderOf(shop, actor, id)).toMatchObject({ code: null, screen: "waiting", messages: [{ text: "Welcome to WhatsApp!", code: null }] });
    expect(await money(shop, actor)).toEqual([650_000n, PRICE, 0n]);
    expect(await requestAnotherSms(shop.deps, actor, { orderId: id })).toMatchObject({ reason: "no_code" });
  });

  it("goes to the order of the service that it names, when one number serves two", async () => {
    const [a, b] = [await newCustomer(shop), await newCustomer(shop)];
    await shop.deps.db.$executeRaw`UPDATE phone_number_services SET is_allowed = false WHERE live_order_id IS NULL`;
    const [e164 = ""] = await addNumbers(shop, 1);
    const wa = await rent(shop, a, { service: "wa" });
    const tg = await rent(shop, b, { service: "tg" });
    expect([wa.phoneE164, tg.phoneE164]).toEqual([e164, e164]);
    expect(await receiveMessage(shop.deps, sms(e164, "Telegram code 55555", "Telegram"))).toMatchObject({ outcome: "delivered", orderId: tg.id });
    expect(await receiveMessage(shop.deps, sms(e164, "123456", "VERIFY"))).toMatchObject({ outcome: "unclaimed" });
    expect(await orderOf(shop, a, wa.id)).toMatchObject({ code: null, messages: [] });
    expect(await orderOf(shop, b, tg.id)).toMatchObject({ code: "55555" });
  });

  it("of another service is shown masked and never paid", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor, { service: "wa" });
    expect(await receiveMessage(shop.deps, sms(phoneE164, "Telegram code 55512", "Telegram"))).toMatchObject({ outcome: "foreign" });
    const order = await orderOf(shop, actor, id);
    expect(order).toMatchObject({ code: null, screen: "waiting", messages: [{ isForeign: true, code: null }] });
    expect(order.messages[0]?.text).not.toContain("555");
    expect(await money(shop, actor)).toEqual([650_000n, PRICE, 0n]);
  });

  it("for a number that nobody holds, or that is not ours, is kept without a user", async () => {
    const [e164 = ""] = await addNumbers(shop, 1);
    for (const to of [e164, "+14155550100"]) {
      const received = await receiveMessage(shop.deps, sms(to, "WhatsApp 123456"));
      expect(received.outcome).toBe("unclaimed");
      expect(await shop.deps.db.smsMessage.findUniqueOrThrow({ where: { id: received.messageId } })).toMatchObject({ userId: null, orderId: null });
    }
  });

  it("is encrypted at rest", async () => {
    const actor = await newCustomer(shop);
    const { phoneE164 } = await rent(shop, actor);
    const { messageId } = await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp secret 314159"));
    const row = await shop.deps.db.smsMessage.findUniqueOrThrow({ where: { id: messageId } });
    expect(Buffer.from(row.body).includes("314159")).toBe(false);
    expect(shop.deps.cipher.decrypt(row.body)).toBe("WhatsApp secret 314159");
  });
});

describe("the end", () => {
  it("cancel gives the money back and frees the number", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id } = await rent(shop, actor);
    expect(await cancelOrder(shop.deps, actor, { orderId: id })).toMatchObject({ ok: true, order: { status: "CANCELED", screen: "canceled" } });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
    expect(await cancelOrder(shop.deps, actor, { orderId: id })).toMatchObject({ ok: false, reason: "order_closed" });
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
    expect(await finishOrder(shop.deps, actor, { orderId: id })).toMatchObject({ ok: true, order: { status: "CANCELED" } });
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
    expect(await reportUsed(shop.deps, actor, { orderId: id })).toMatchObject({ ok: true, order: { screen: "used" } });
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
    expect(await receiveMessage(shop.deps, sms(phoneE164, "WhatsApp 909090"))).toMatchObject({ outcome: "late", orderId: id });
    expect(await orderOf(shop, actor, id)).toMatchObject({ status: "CANCELED", code: null, messages: [], lateCode: true });
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
  });

  it("money back after the code is staff's: in parts, never more than was paid", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { id, phoneE164 } = await rent(shop, actor);
    const admin = { ...actorOf((await newCustomer(shop, 0n)).userId, "ADMIN") };
    const ask = (amountMicros: bigint, by = admin) => refundOrder(shop.deps, by, { orderId: id, amountMicros, reason: "wrong code" });
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
      expect(await command(shop.deps, other, { orderId: id })).toMatchObject({ ok: false, reason: "not_found" });
      expect(await command(shop.deps, owner, { orderId: "nonsense" })).toMatchObject({ ok: false, reason: "not_found" });
      expect(await command(shop.deps, owner, { orderId: randomUUID() })).toMatchObject({ ok: false, reason: "not_found" });
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
    const staff = await listAllOrders(shop.deps, actorOf(owner.userId, "SUPPORT"), { search: phoneE164 ?? "" });
    expect(staff).toMatchObject({ ok: true, total: 1, orders: [{ id, code: null, messages: [], provider: { code: "own" } }] });
  });
});
