import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  orderOf,
  PRICE,
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

describe("the SMS", () => {
  it("shows the code, captures once, and stays open for another", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    const first = sms(phoneE164, "Your WhatsApp code: 123-456");
    expect(await receiveMessage(shop.deps, first)).toMatchObject({ outcome: "delivered", orderId: id });
    expect(await orderOf(shop, actor, id)).toMatchObject({
      status: "ACTIVE",
      screen: "code_received",
      code: "123456",
      canFinish: true,
      canCancel: false,
    });
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);

    expect(await requestAnotherSms(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: true,
      order: { screen: "waiting_another" },
    });
    await receiveMessage(shop.deps, sms(phoneE164, "Your WhatsApp code: 777-888"));
    const second = await orderOf(shop, actor, id);
    expect(second).toMatchObject({ code: "777888", screen: "code_received" });
    expect(second.messages.map(({ code }) => code)).toEqual(["123456", "777888"]);
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);

    expect(await finishOrder(shop.deps, actor, { orderId: id })).toMatchObject({
      ok: true,
      order: { status: "COMPLETED", screen: "finished", code: "777888" },
    });
    expect(await money(shop, actor)).toEqual([650_000n, 0n, 0n]);
  });

  it("is stored once, however often and how fast it is sent", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    const message = sms(phoneE164, "WhatsApp 424242");
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => receiveMessage(shop.deps, message)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      "delivered",
      ...Array(9).fill("duplicate"),
    ]);
    expect((await orderOf(shop, actor, id)).messages).toHaveLength(1);
  });

  it("without a code is shown and costs nothing", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor);
    await receiveMessage(shop.deps, sms(phoneE164, "Welcome to WhatsApp!"));
    expect(await orderOf(shop, actor, id)).toMatchObject({
      code: null,
      screen: "waiting",
      messages: [{ text: "Welcome to WhatsApp!", code: null }],
    });
    expect(await money(shop, actor)).toEqual([650_000n, PRICE, 0n]);
    expect(await requestAnotherSms(shop.deps, actor, { orderId: id })).toMatchObject({ reason: "no_code" });
  });

  it("goes to the order of the service that it names, when one number serves two", async () => {
    const [a, b] = [await newCustomer(shop), await newCustomer(shop)];
    await shop.deps.db
      .$executeRaw`UPDATE phone_number_services SET is_allowed = false WHERE live_order_id IS NULL`;
    const [e164 = ""] = await addNumbers(shop, 1);
    const wa = await rent(shop, a, { service: "wa" });
    const tg = await rent(shop, b, { service: "tg" });
    expect([wa.phoneE164, tg.phoneE164]).toEqual([e164, e164]);
    expect(await receiveMessage(shop.deps, sms(e164, "Telegram code 55555", "Telegram"))).toMatchObject({
      outcome: "delivered",
      orderId: tg.id,
    });
    expect(await receiveMessage(shop.deps, sms(e164, "123456", "VERIFY"))).toMatchObject({
      outcome: "unclaimed",
    });
    expect(await orderOf(shop, a, wa.id)).toMatchObject({ code: null, messages: [] });
    expect(await orderOf(shop, b, tg.id)).toMatchObject({ code: "55555" });
  });

  it("of another service is shown masked and never paid", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const { phoneE164, id } = await rent(shop, actor, { service: "wa" });
    expect(await receiveMessage(shop.deps, sms(phoneE164, "Telegram code 55512", "Telegram"))).toMatchObject({
      outcome: "foreign",
    });
    const order = await orderOf(shop, actor, id);
    expect(order).toMatchObject({
      code: null,
      screen: "waiting",
      messages: [{ isForeign: true, code: null }],
    });
    expect(order.messages[0]?.text).not.toContain("555");
    expect(await money(shop, actor)).toEqual([650_000n, PRICE, 0n]);
  });

  it("for a number that nobody holds, or that is not ours, is kept without a user", async () => {
    const [e164 = ""] = await addNumbers(shop, 1);
    for (const to of [e164, "+14155550100"]) {
      const received = await receiveMessage(shop.deps, sms(to, "WhatsApp 123456"));
      expect(received.outcome).toBe("unclaimed");
      expect(
        await shop.deps.db.smsMessage.findUniqueOrThrow({ where: { id: received.messageId } }),
      ).toMatchObject({ userId: null, orderId: null });
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
