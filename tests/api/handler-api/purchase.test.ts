import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import { addNumbers, expectSound, money } from "../../integration/numbers/numbers-fixture";
import type { Person } from "../../support/world";
import { type HandlerWorld, openHandlerWorld } from "./handler-world";

let world: HandlerWorld;
let person: Person;
let key: string;
/** Codes of mobile operators with one number of our own. */
const OPERATORS = ["claro", "vivo"];

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 40 });
  const { db } = world.deps;
  const { countryId } = world.shop;
  for (const code of [...OPERATORS, "oi"]) {
    await db.operator.create({ data: { id: randomUUID(), countryId, code, name: code } });
  }
  person = await world.person({ usd: 100 });
  key = await world.key(person);
});
afterAll(async () => {
  await expectSound(world.shop);
  await world.close();
});

const WA = { service: "wa", country: "73" };
const buy = (over: Record<string, string> = {}, apiKey = key, action = "getNumber") =>
  world.say({ action, api_key: apiKey, ...WA, ...over });

const countOrders = (userId = person.actor.userId) => world.deps.db.order.count({ where: { userId } });

async function orderOf(words: string) {
  const [word, number, phone] = words.split(":");
  expect(word).toBe("ACCESS_NUMBER");
  expect(words).toMatch(/^ACCESS_NUMBER:\d+:55219\d{8}$/);
  const order = await world.deps.db.order.findUniqueOrThrow({
    where: { number: Number(number) },
    include: { operator: true },
  });
  expect(order.phoneE164).toBe(`+${phone}`);
  return order;
}

describe("getNumber", () => {
  it("sells a number for the key's person, held and on its books", async () => {
    const before = await money(world.shop, person.actor);
    const order = await orderOf(await buy());
    expect(order).toMatchObject({
      status: "ACTIVE",
      userId: person.actor.userId,
      priceMicros: 350_000n,
      isSandbox: false,
    });
    expect(order.apiKeyId).not.toBeNull();
    const [available, held, debt] = before;
    expect(await money(world.shop, person.actor)).toEqual([available - 350_000n, held + 350_000n, debt]);
  });

  it.each<[Record<string, string>, string]>([
    [{ service: "" }, "BAD_SERVICE"],
    [{ service: "zz" }, "BAD_SERVICE"],
    [{ service: "whatsapp" }, "BAD_SERVICE"],
    [{ service: "w'--" }, "BAD_SERVICE"],
    [{ service: "wa\0" }, "BAD_SERVICE"],
    [{ service: "x".repeat(10_000) }, "BAD_SERVICE"],
    [{ country: "" }, "BAD_COUNTRY"],
    [{ country: "57" }, "BAD_COUNTRY"],
    [{ country: "br" }, "BAD_COUNTRY"],
    [{ country: "۷۳" }, "BAD_COUNTRY"],
    [{ country: "73\0" }, "BAD_COUNTRY"],
    [{ country: "99999999999999999999" }, "BAD_COUNTRY"],
    [{ country: "-1" }, "BAD_COUNTRY"],
    [{ maxPrice: "0.34" }, "WRONG_MAX_PRICE:0.35"],
    [{ maxPrice: "abc" }, "WRONG_MAX_PRICE:0.35"],
    [{ maxPrice: "-1" }, "WRONG_MAX_PRICE:0.35"],
    [{ maxPrice: "۹" }, "WRONG_MAX_PRICE:0.35"],
    [{ maxPrice: "1e3" }, "WRONG_MAX_PRICE:0.35"],
    [{ maxPrice: "0.1", fixedPrice: "true" }, "WRONG_MAX_PRICE:0.35"],
    [{ minPrice: "0.36" }, "NO_NUMBERS"],
    [{ operator: "nobody", strictOperator: "1" }, "BAD_OPERATOR"],
    [{ operator: "oi", strictOperator: "1" }, "NO_NUMBERS"],
    [{ operator: "a b" }, "BAD_OPERATOR"],
    [{ operator: "claro\0" }, "BAD_OPERATOR"],
    [{ phoneException: "abc" }, "WRONG_EXCEPTION_PHONE"],
    [{ phoneException: "55" }, "WRONG_EXCEPTION_PHONE"],
    [{ phoneException: "5521,۵۵۲۱" }, "WRONG_EXCEPTION_PHONE"],
    [{ phoneException: Array.from({ length: 21 }, () => "7918").join(",") }, "WRONG_EXCEPTION_PHONE"],
    [{ phoneException: "7918,5521" }, "NO_NUMBERS"],
    [{ forward: "1" }, "NO_NUMBERS"],
    [{ activationType: "2" }, "NO_NUMBERS"],
    [{ verification: "1" }, "NO_NUMBERS"],
    [{ providerIds: "2,3" }, "NO_NUMBERS"],
    [{ exceptProviderIds: "1" }, "NO_NUMBERS"],
  ])("refuses %j with %s, and sells nothing", async (over, words) => {
    const [orders, before] = [await countOrders(), await money(world.shop, person.actor)];
    for (const action of ["getNumber", "getNumberV2"]) expect(await buy(over, key, action)).toBe(words);
    // A number that was held for a moment while it was looked for is a failed order; no money stayed with it.
    const live = await world.deps.db.order.count({
      where: { userId: person.actor.userId, status: { in: ["PENDING", "ACTIVE"] } },
    });
    expect(live).toBeLessThanOrEqual(orders);
    expect(await money(world.shop, person.actor)).toEqual(before);
  });

  it.each<Record<string, string>>([
    { maxPrice: "0.35" },
    { maxPrice: "0.3500000000000000001" },
    { maxPrice: "999999999999" },
    { freePrice: "true", maxPrice: "5", fixedPrice: "true" },
    { operator: "any" },
    { operator: "nobody,other" },
    { operator: "oi" },
    { phoneException: "7918,7900111" },
    { ref: "12345", userId: "7", useCashBack: "true", forward: "0", activationType: "0", language: "en" },
    { providerIds: "1", minPrice: "0.1" },
    { service: "WA" },
  ])("sells with %j", async (over) => {
    await orderOf(await buy(over));
  });

  it("takes the operator that has a number, and leaves out those that are unwanted", async () => {
    const { db } = world.deps;
    for (const code of OPERATORS) {
      const { id } = await db.operator.findFirstOrThrow({ where: { code } });
      const [e164] = await addNumbers(world.shop, 1);
      await db.phoneNumber.update({ where: { e164: e164 ?? "" }, data: { operatorId: id } });
    }
    expect((await orderOf(await buy({ operator: "oi,claro" }))).operator?.code).toBe("claro");
    expect(await buy({ operator: "oi,claro", strictOperator: "1" })).toBe("NO_NUMBERS");
    expect((await orderOf(await buy({ operator: "!claro" }))).operator?.code).toBe("vivo");
  });

  it("has no money, a limit of its key or a closed account", async () => {
    const poor = await world.person();
    expect(await buy({}, await world.key(poor))).toBe("NO_BALANCE");
    expect(await buy({}, await world.key(person, { maxPriceMicros: 100_000n }))).toBe("WRONG_MAX_PRICE:0.35");
    const made = await createProject(world.deps, person.actor, {
      userId: person.actor.userId,
      name: "Thrifty",
      monthlyLimitMicros: 400_000n,
      defaultCountry: "BR",
      defaultService: "telegram",
    });
    if (!made.ok) throw new Error(made.reason);
    const thrifty = await world.key(person, { projectId: made.projectId });
    // Neither service nor country: the project's own.
    const usual = await orderOf(await buy({ service: "", country: "" }, thrifty));
    expect(usual.serviceId).toBe(world.shop.services.tg);
    expect(await buy({}, thrifty)).toBe("NO_BALANCE");
    const gone = await world.person({ usd: 5 });
    const goneKey = await world.key(gone);
    await orderOf(await buy({}, goneKey));
    await world.deps.db.user.update({ where: { id: gone.actor.userId }, data: { status: "SUSPENDED" } });
    await expect.poll(() => buy({}, goneKey)).toBe("ACCOUNT_INACTIVE");
  });
});

describe("getNumberV2", () => {
  it("tells everything of the order in the types that clients expect", async () => {
    const answer = await world.ask({ action: "getNumberV2", api_key: key, ...WA });
    expect(answer).toMatchObject({ status: 200, type: "application/json; charset=utf-8" });
    const said = JSON.parse(answer.body);
    const order = await world.deps.db.order.findUniqueOrThrow({
      where: { number: Number(said.activationId) },
    });
    const time = order.startAt.toISOString().slice(0, 19).replace("T", " ");
    expect(answer.body).toBe(
      JSON.stringify({
        activationId: String(order.number),
        phoneNumber: order.phoneE164?.slice(1),
        activationCost: 0.35,
        currency: 840,
        countryCode: "73",
        canGetAnotherSms: "1",
        activationTime: time,
        activationOperator: "any",
        countryPhoneCode: 55,
        activationEndTime: order.expiresAt?.toISOString(),
        verificationType: 0,
        subtype: 1,
        serviceCode: "wa",
      }),
    );
  });
});

describe("an order id", () => {
  it("buys once: the same request is answered with the same activation, another one refused", async () => {
    const orderId = `reseller ${"x".repeat(500)} ۱\0`;
    const first = await buy({ orderId });
    const order = await orderOf(first);
    expect(await buy({ orderId })).toBe(first);
    const v2 = JSON.parse(await buy({ orderId }, key, "getNumberV2"));
    expect(v2.activationId).toBe(String(order.number));
    expect(await buy({ orderId, strictOrderId: "1" })).toBe("ORDER_ALREADY_EXISTS");
    const others: Record<string, string>[] = [
      { service: "tg" },
      { maxPrice: "2" },
      { operator: "oi" },
      { phoneException: "7918" },
    ];
    for (const other of others) expect(await buy({ orderId, ...other })).toBe("ORDER_ALREADY_EXISTS");
    expect(await buy({ orderId }, await world.key(person))).not.toBe(first);
  });

  it("of fifty that come at once makes one order and fifty equal answers", async () => {
    const before = await countOrders();
    const spent = await money(world.shop, person.actor);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => buy({ orderId: "fifty", operator: "oi,nobody" })),
    );
    expect(new Set(answers).size).toBe(1);
    await orderOf(answers[0] ?? "");
    expect(await countOrders()).toBe(before + 1);
    expect((await money(world.shop, person.actor))[0]).toBe(spent[0] - 350_000n);
  });

  it("stays free when there was no number", async () => {
    const orderId = "patient";
    const prefix = "5521";
    expect(await buy({ orderId, phoneException: prefix })).toBe("NO_NUMBERS");
    await orderOf(await buy({ orderId }));
  });
});

describe("a sandbox key", () => {
  it("follows its scripts, without money, and sees no real activation", async () => {
    const sandbox = await world.key(person, { mode: "SANDBOX" });
    const before = await money(world.shop, person.actor);
    const words = await world.say({ action: "getNumber", api_key: sandbox, ...WA, operator: "none" });
    expect(words).toMatch(/^ACCESS_NUMBER:\d+:55/);
    const number = words.split(":")[1] ?? "";
    expect(await money(world.shop, person.actor)).toEqual(before);
    const status = (apiKey: string, id: string) => world.say({ action: "getStatus", api_key: apiKey, id });
    expect(await status(sandbox, number)).toBe("STATUS_WAIT_CODE");
    expect(await status(key, number)).toBe("NO_ACTIVATION");
    const real = (await buy()).split(":")[1] ?? "";
    expect(await status(sandbox, real)).toBe("NO_ACTIVATION");
    expect(await world.say({ action: "getNumber", api_key: sandbox, ...WA, operator: "sold-out" })).toBe(
      "NO_NUMBERS",
    );
    expect(await world.say({ action: "getNumber", api_key: sandbox, ...WA, number: "7" })).toBe("NO_NUMBERS");
    expect(await world.say({ action: "setStatus", api_key: sandbox, id: number, status: "8" })).toBe(
      "ACCESS_CANCEL",
    );
  });
});
