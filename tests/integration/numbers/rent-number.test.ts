import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { listOrders } from "@/lib/domain/numbers/queries";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import {
  addNumbers,
  expectSound,
  money,
  newCustomer,
  openShop,
  PRICE,
  rent,
  rentInput,
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

describe("renting", () => {
  it("holds the money and gives a number at once", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    const order = await rent(shop, actor);
    expect(order).toMatchObject({
      status: "ACTIVE",
      screen: "waiting",
      price: "0.35",
      code: null,
      messages: [],
      canCancel: true,
    });
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
    expect(refused).toMatchObject({
      ok: false,
      reason: "insufficient_funds",
      details: { missingMicros: "250000" },
    });
    expect(await listOrders(shop.deps, customerScope(actor), {})).toMatchObject({ total: 0 });
  });

  it("refuses a suspended person whatever their session says", async () => {
    const actor = await newCustomer(shop);
    await shop.deps.db.user.update({ where: { id: actor.userId }, data: { status: "SUSPENDED" } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ ok: false, reason: "suspended" });
  });

  it("refuses a frozen wallet, and leaves no order and no hold behind", async () => {
    const actor = await newCustomer(shop, 1_000_000n);
    await shop.deps.db.walletFreeze.create({ data: { userId: actor.userId, reason: "dispute" } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({
      ok: false,
      reason: "wallet_frozen",
    });
    expect(await shop.deps.db.order.count({ where: { userId: actor.userId } })).toBe(0);
    expect(await money(shop, actor)).toEqual([1_000_000n, 0n, 0n]);
  });

  it("gives somebody unverified three numbers a day, and more once the e-mail is verified", async () => {
    await addNumbers(shop, 6);
    const actor = { ...(await newCustomer(shop)), verificationLevel: 0 };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => rentNumber(shop.deps, actor, rentInput())),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: "daily_limit_reached",
      details: { limit: 3 },
    });
    await shop.deps.db.user.update({ where: { id: actor.userId }, data: { emailVerifiedAt: new Date() } });
    expect(await rentNumber(shop.deps, actor, rentInput())).toMatchObject({ ok: true });
  });

  it("refuses services that are prohibited or need a higher level", async () => {
    const actor = await newCustomer(shop);
    const id = shop.services.tg ?? "";
    await shop.deps.db.service.update({ where: { id }, data: { isProhibited: true } });
    expect(await rentNumber(shop.deps, actor, rentInput({ service: "tg" }))).toMatchObject({
      reason: "service_prohibited",
    });
    await shop.deps.db.service.update({
      where: { id },
      data: { isProhibited: false, minVerificationLevel: 2 },
    });
    expect(await rentNumber(shop.deps, actor, rentInput({ service: "tg" }))).toMatchObject({
      reason: "level_too_low",
    });
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
    for (let again = 0; again < 3; again += 1)
      expect((await rent(shop, actor)).phoneE164).not.toBe(phoneE164);
  });
});
