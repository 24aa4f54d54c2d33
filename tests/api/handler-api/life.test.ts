import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { expectSound, money } from "../../integration/numbers/numbers-fixture";
import type { Person } from "../../support/world";
import { type HandlerWorld, openHandlerWorld } from "./handler-world";

let world: HandlerWorld;
let person: Person;
let key: string;
let id: string;
let phone: string;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 60 });
  await world.deps.db.provider.update({ where: { code: "own" }, data: { cancelAfterSeconds: 120 } });
});
afterAll(async () => {
  await expectSound(world.shop);
  await world.close();
});

/** Each test has a fresh customer with one activation. */
beforeEach(async () => {
  person = await world.person({ usd: 5 });
  key = await world.key(person);
  const words = await world.say({ action: "getNumber", api_key: key, service: "wa", country: "73" });
  [, id = "", phone = ""] = words.split(":");
});

const say = (action: string, over: Record<string, string> = {}, apiKey = key) =>
  world.say({ action, api_key: apiKey, id, ...over });
const set = (status: string) => say("setStatus", { status });
const stored = () => world.deps.db.order.findUniqueOrThrow({ where: { number: Number(id) } });
const sms = (code: string) => world.sms(id, `Your WhatsApp code is ${code}`);
const available = async () => (await money(world.shop, person.actor))[0];

/** Until the database's bell has rung here: what is in memory is true again. */
const status = (words: string) => expect.poll(() => say("getStatus")).toBe(words);

const NO_ACTIVATIONS = JSON.stringify({
  status: "error",
  error: "NO_ACTIVATIONS",
  activeActivations: [],
  data: [],
});

describe("the life of an activation", () => {
  it("waits, gets its code, waits for another, and is finished", async () => {
    expect(await say("getStatus")).toBe("STATUS_WAIT_CODE");
    expect(await say("getStatusV2")).toBe('{"verificationType":0,"sms":null,"call":null}');
    expect(await say("getFullSms")).toBe("STATUS_WAIT_CODE");
    expect(await set("1")).toBe("ACCESS_READY");
    expect(await set("3")).toBe("BAD_STATUS");
    await sms("123-456");
    await status("STATUS_OK:123456");
    const { lastMessageReceivedAt } = await stored();
    const dateTime = lastMessageReceivedAt?.toISOString().slice(0, 19).replace("T", " ");
    expect(await say("getStatusV2")).toBe(
      JSON.stringify({
        verificationType: 0,
        sms: { dateTime, code: "123456", text: "Your WhatsApp code is 123-456" },
        call: null,
      }),
    );
    expect(await say("getFullSms")).toBe("FULL_SMS:Your WhatsApp code is 123-456");
    expect(await set("1")).toBe("BAD_STATUS");
    expect(await set("8")).toBe("BAD_STATUS");
    expect(await available()).toBe(4_650_000n);
    expect(await set("3")).toBe("ACCESS_RETRY_GET");
    await status("STATUS_WAIT_RETRY:123456");
    await sms("777888");
    await status("STATUS_OK:777888");
    const all = JSON.parse(await say("getAllSms"));
    expect(all.meta).toEqual({ total: 2, service: "wa" });
    expect(all.data.map((message: { code: string }) => message.code)).toEqual(["777888", "123456"]);
    expect(JSON.parse(await say("getAllSms", { size: "1", page: "2" })).data).toHaveLength(1);
    expect(await set("6")).toBe("ACCESS_ACTIVATION");
    await status("STATUS_CANCEL");
    expect(await stored()).toMatchObject({ status: "COMPLETED" });
    for (const again of ["1", "3", "6", "8", "-1"]) expect(await set(again)).toBe("BAD_STATUS");
    expect(await say("getStatusV2")).toBe("STATUS_CANCEL");
    expect(await say("getFullSms")).toBe("STATUS_CANCEL");
    expect(await say("getAllSms")).toBe("ACTIVATION_NOT_ACTIVE");
    expect(await available()).toBe(4_650_000n);
  });

  it.each(["8", "-1"])("is cancelled with %s after two minutes, once", async (number) => {
    expect(await set(number)).toBe("EARLY_CANCEL_DENIED");
    expect(await set("6")).toBe("EARLY_CANCEL_DENIED");
    expect(await say("cancelActivation")).toBe("EARLY_CANCEL_DENIED");
    expect(await stored()).toMatchObject({ status: "ACTIVE" });
    await world.pass(121);
    expect(await set(number)).toBe("ACCESS_CANCEL");
    expect(await set(number)).toBe("BAD_STATUS");
    await status("STATUS_CANCEL");
    expect(await stored()).toMatchObject({ status: "CANCELED" });
    expect(await available()).toBe(5_000_000n);
  });

  it("is finished or cancelled by HeroSMS' names too, with nothing said", async () => {
    await sms("111222");
    expect(await world.ask({ action: "finishActivation", api_key: key, id })).toEqual({
      status: 204,
      type: null,
      body: "",
    });
    expect(await stored()).toMatchObject({ status: "COMPLETED" });
  });

  it("finished without a code is cancelled, and costs nothing", async () => {
    await world.pass(121);
    expect(await set("6")).toBe("ACCESS_ACTIVATION");
    expect(await stored()).toMatchObject({ status: "CANCELED" });
    expect(await available()).toBe(5_000_000n);
  });

  it.each(["", "2", "4", "7", "9", "۶", "6\0", "toString", "8".repeat(5_000)])(
    "knows no status %j",
    async (status) => {
      expect(await set(status)).toBe("BAD_STATUS");
      expect(await stored()).toMatchObject({ status: "ACTIVE" });
    },
  );
});

const ON_ONE = [
  "getStatus",
  "getStatusV2",
  "getFullSms",
  "getAllSms",
  "finishActivation",
  "cancelActivation",
  "setStatus",
];

describe("ids", () => {
  it.each(ON_ONE)("%s tells nothing of somebody else's activation, nor of none", async (action) => {
    const other = await world.key(await world.person({ usd: 1 }));
    for (const number of [id, "2147483647"]) {
      expect(await say(action, { id: number, status: "8" }, other)).toBe("NO_ACTIVATION");
    }
    const malformed = action.startsWith("getS") || action.startsWith("getF") || action.startsWith("getA");
    for (const wrong of [
      "",
      "x",
      "0",
      "-1",
      "1.5",
      "۱۲",
      "1\0",
      "2147483648",
      "9".repeat(5_000),
      "1 OR 1=1",
    ]) {
      expect(await say(action, { id: wrong, status: "8" })).toBe(
        malformed ? "NO_ACTIVATION" : "WRONG_ACTIVATION_ID",
      );
    }
    expect(await stored()).toMatchObject({ status: "ACTIVE" });
  });

  it("what we do not do with a number is refused as it is where there is none", async () => {
    expect(await say("getAdditionalService", { service: "tg" })).toBe("WRONG_ADDITIONAL_SERVICE");
    expect(await say("getExtraActivation", { activationId: id })).toBe("RENEW_ACTIVATION_NOT_AVAILABLE");
    expect(await say("checkExtraActivation", { activationId: id })).toBe("RENEW_ACTIVATION_NOT_AVAILABLE");
    expect(await say("reactivate")).toBe("RENEW_ACTIVATION_NOT_AVAILABLE");
    expect(await say("getIncomingCallStatus", { activationId: id })).toBe('{"status":"2","phone":false}');
    expect(await say("parseCall")).toBe("NO_CALL");
  });
});

describe("lists", () => {
  it("show what is running in both of its names, and what was", async () => {
    await sms("424242");
    const { startAt } = await stored();
    const activationTime = startAt.toISOString().slice(0, 19).replace("T", " ");
    const row = {
      activationId: id,
      serviceCode: "wa",
      phoneNumber: phone,
      activationCost: 0.35,
      activationStatus: "2",
      smsCode: ["424242"],
      smsText: "Your WhatsApp code is 424242",
      activationTime,
      discount: "0.00",
      repeated: "0",
      countryCode: "73",
      countryName: "Brazil",
      canGetAnotherSms: "1",
      currency: 840,
    };
    expect(await say("getActiveActivations")).toBe(
      JSON.stringify({ status: "success", activeActivations: [row], data: [row] }),
    );
    expect(await say("getActiveActivations", { start: "1" })).toBe(NO_ACTIVATIONS);
    expect(await say("getActiveActivations", { start: "x", limit: "0" })).toContain(id);
    expect(JSON.parse(await say("getListOfActiveActivations"))).toMatchObject({ quant: 1, existNext: false });
    const line = {
      id: Number(id),
      date: activationTime,
      phone,
      sms: "Your WhatsApp code is 424242",
      cost: 0,
      status: "2",
      currency: 840,
    };
    expect(await say("getHistory")).toBe(JSON.stringify([line]));
    await set("6");
    expect(await say("getHistory")).toBe(JSON.stringify([{ ...line, cost: 0.35, status: "6" }]));
    expect(await say("getActiveActivations")).toBe(NO_ACTIVATIONS);
    const now = Math.floor(startAt.getTime() / 1_000);
    expect(await say("getHistory", { start: `${now - 60}`, end: `${now + 60}`, limit: "1" })).toContain(id);
    expect(await say("getHistory", { start: `${now + 60}` })).toBe("[]");
    expect(await say("getHistory", { offset: "1", size: "5" })).toBe("[]");
    const wrong = [
      { start: "x" },
      { end: "۱" },
      { start: "2", end: "1" },
      { start: `${now - 40 * 86_400}` },
      { start: "9".repeat(40) },
    ];
    for (const dates of wrong) expect(await say("getHistory", dates as never)).toBe("WRONG_DATE");
  });

  it("are empty for somebody else", async () => {
    const other = await world.key(await world.person({ usd: 1 }));
    expect(await say("getActiveActivations", {}, other)).toBe(NO_ACTIVATIONS);
    expect(await say("getHistory", {}, other)).toBe("[]");
  });
});

describe("a key that asks for HeroSMS' errors", () => {
  it("is told them by status and title", async () => {
    const made = await createKey(world.deps, person.actor, {
      userId: person.actor.userId,
      name: "Hero",
      mode: "LIVE",
      scopes: ["numbers:read", "numbers:write", "wallet:read"],
      handlerErrors: "HTTP",
    });
    if (!made.ok) throw new Error(made.reason);
    const table: [Record<string, string>, number, object][] = [
      [{ action: "x" }, 404, { title: "BAD_ACTION", details: "There is no such action", info: {} }],
      [
        { action: "getNumber", service: "wa", country: "73", maxPrice: "0.1" },
        400,
        { title: "WRONG_MAX_PRICE", details: "The price is higher than maxPrice", info: { min: 0.35 } },
      ],
      [
        { action: "getNumber", service: "zz", country: "73" },
        422,
        {
          title: "UNPROCESSABLE_ENTITY",
          details: "The service is incorrect",
          info: { field: "service", code: "BAD_SERVICE" },
        },
      ],
      [
        { action: "getNumber", service: "wa", country: "73", phoneException: "5521" },
        404,
        { title: "NO_NUMBERS", details: "No numbers available", info: {} },
      ],
      [
        { action: "getStatus", id: "2147483647" },
        404,
        { title: "NOT_FOUND", details: "There is no such activation", info: {} },
      ],
      [
        { action: "setStatus", id, status: "5" },
        400,
        { title: "BAD_STATUS", details: "The status is incorrect", info: {} },
      ],
      [{ action: "getRentStatus", id: "1" }, 404, { title: "NO_ID_RENT" }],
    ];
    for (const [parameters, status, body] of table) {
      const answer = await world.ask({ api_key: made.key, ...parameters });
      expect({ status: answer.status, body: JSON.parse(answer.body) }).toMatchObject({ status, body });
    }
    const early = await world.ask({ api_key: made.key, action: "cancelActivation", id });
    expect(early.status).toBe(409);
    expect(JSON.parse(early.body)).toMatchObject({
      title: "EARLY_CANCEL_DENIED",
      info: { minActivationTime: 120 },
    });
    await sms("555666");
    const late = await world.ask({ api_key: made.key, action: "setStatus", status: "8", id });
    expect({ status: late.status, ...JSON.parse(late.body) }).toMatchObject({
      status: 409,
      title: "OTP_RECEIVED",
    });
    expect(await world.say({ api_key: made.key, action: "getBalance" })).toBe("ACCESS_BALANCE:4.65");
  });
});
