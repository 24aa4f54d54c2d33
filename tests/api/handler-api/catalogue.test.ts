import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import type { Person } from "../../support/world";
import { type HandlerWorld, openHandlerWorld } from "./handler-world";

let world: HandlerWorld;
let person: Person;
let key: string;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 3, supplierCount: 5 });
  const { db } = world.deps;
  const { countryId, services, supplierId } = world.shop;
  const operatorId = randomUUID();
  await db.operator.create({ data: { id: operatorId, countryId, code: "claro", name: "Claro" } });
  await db.supplierOffer.create({
    data: {
      id: randomUUID(),
      providerId: supplierId,
      serviceId: services.wa ?? "",
      countryId,
      operatorId,
      costMicros: 1n,
      count: 4,
      seenAt: new Date(),
    },
  });
  await db.offerStatistic.create({
    data: { serviceId: services.wa ?? "", countryId, sampleSize: 8, withCode: 6 },
  });
  person = await world.person({ usd: 12 });
  key = await world.key(person);
});
afterAll(() => world.close());

const WA = { cost: 0.35, count: 8, physicalCount: 3 };
const TG = { cost: 0.35, count: 8, physicalCount: 3 };
const BRAZIL = {
  id: 73,
  rus: "Бразилия",
  eng: "Brazil",
  chn: "巴西",
  visible: 1,
  retry: 1,
  rent: 0,
  multiService: 0,
};
const IRAN = {
  id: 57,
  rus: "Иран",
  eng: "Iran",
  chn: "伊朗",
  visible: 0,
  retry: 1,
  rent: 0,
  multiService: 0,
};

const TOP = {
  country: 73,
  count: 8,
  price: 0.35,
  retail_price: 0.35,
  physicalTotalCount: 3,
  physicalCountForDefaultPrice: 3,
  physicalPriceMap: { "0.35": 3 },
};
const V3 = { "1": { count: 8, price: 0.35, provider_id: 1 } };

/** Parameters beside the key, and the exact answer: a text, or an object that is written as JSON. */
const TABLE: [string, Record<string, string>, string | object][] = [
  ["getBalance", {}, "ACCESS_BALANCE:12.00"],
  ["getBalanceAndCashBack", {}, "ACCESS_BALANCE:12.00"],
  ["getNumbersStatus", { country: "73" }, { tg: 8, wa: 8 }],
  ["getNumbersStatus", { country: "57" }, {}],
  ["getNumbersStatus", {}, { tg: 8, wa: 8 }],
  ["getNumbersStatus", { country: "73", operator: "claro" }, { tg: 0, wa: 4 }],
  ["getNumbersStatus", { country: "73", operator: "any" }, { tg: 8, wa: 8 }],
  ["getNumbersStatus", { country: "73", legacy: "1" }, { tg_0: 8, tg_1: 0, wa_0: 8, wa_1: 0 }],
  ["getNumbersStatus", { country: "999" }, "BAD_COUNTRY"],
  ["getPrices", { service: "wa", country: "73" }, { "73": { wa: WA } }],
  ["getPrices", { country: "73" }, { "73": { tg: TG, wa: WA } }],
  ["getPrices", { service: "WA" }, { "73": { wa: WA } }],
  ["getPrices", {}, { "73": { tg: TG, wa: WA } }],
  ["getPrices", { service: "zz" }, {}],
  ["getPrices", { country: "۷۳" }, {}],
  [
    "getPricesExtended",
    { service: "wa", freePrice: "true" },
    { "73": { wa: { ...WA, freePriceMap: { "0.35": 8 } } } },
  ],
  ["getPricesExtended", { service: "wa" }, { "73": { wa: WA } }],
  ["getPricesVerification", { service: "wa" }, { wa: { "73": { count: 0, price: "0.35" } } }],
  ["getPricesV2", { service: "wa", country: "73" }, { "73": { wa: { "0.35": 8 } } }],
  ["getPricesV3", { service: "wa", country: "73" }, { "73": { wa: V3 } }],
  ["getTopCountriesByService", { service: "wa" }, { "0": TOP }],
  ["getTopCountriesByServiceRank", { service: "wa" }, { "0": TOP }],
  ["getTopCountriesByService", {}, "BAD_SERVICE"],
  ["getTopCountriesByService", { service: "zz" }, "BAD_SERVICE"],
  ["getListOfTopCountriesByService", { service: "wa" }, [{ country: 73, share: 100, rate: 75 }]],
  ["getListOfTopCountriesByService", { service: "wa", page: "2" }, []],
  ["getListOfTopCountriesByService", { service: "zz" }, "WRONG_SERVICE"],
  ["getCountries", {}, { "57": IRAN, "73": BRAZIL }],
  [
    "getServicesList",
    {},
    {
      status: "success",
      services: [
        { code: "tg", name: "Telegram" },
        { code: "wa", name: "WhatsApp" },
      ],
    },
  ],
  ["getServicesList", { country: "57", lang: "ru" }, { status: "success", services: [] }],
  ["getServicesList", { country: "-1" }, "BAD_COUNTRY"],
  ["getOperators", { country: "73" }, { status: "success", countryOperators: { "73": ["claro"] } }],
  ["getOperators", {}, { status: "success", countryOperators: { "73": ["claro"] } }],
  ["getOperators", { country: "57" }, "OPERATORS_NOT_FOUND"],
  ["getOperators", { country: "x" }, "OPERATORS_NOT_FOUND"],
  [
    "getProviders",
    {},
    [{ id: 1, name: "Patchbay", numbers_count: 16, delivery_percent: 75, number_lifetime: 1_200 }],
  ],
  ["getRentServicesAndCountries", { rent_time: "4" }, "OUT_OF_STOCK"],
  ["serviceCountRent", { service: "wa" }, {}],
  ["getRentNumber", { service: "wa", rent_time: "4" }, { status: "error", message: "NO_NUMBERS" }],
  ["getRentNumber", {}, { status: "error", message: "BAD_SERVICE" }],
  ["getRentStatus", { id: "1" }, { status: "error", message: "NO_ID_RENT" }],
  ["setRentStatus", { id: "1", status: "1" }, { status: "error", message: "NO_ID_RENT" }],
  ["getRentList", {}, { status: "error", message: "NO_NUMBERS" }],
  ["continueRentNumber", { id: "1" }, { status: "error", message: "NO_ID_RENT" }],
  ["getMultiServiceNumber", { multiService: "wa,tg", country: "73" }, "NO_NUMBERS"],
  ["getOutgoingCalls", {}, "NUMBER_NOT_EXIST"],
  ["getExtraActivation", { activationId: "1" }, "WRONG_ACTIVATION_ID"],
  ["getAdditionalService", { id: "1", service: "tg" }, "WRONG_ACTIVATION_ID"],
  ["getIncomingCallStatus", { activationId: "1" }, "INVALID_ACTIVATION_ID"],
  ["getActiveActivations", {}, { status: "error", error: "NO_ACTIVATIONS", activeActivations: [], data: [] }],
  ["getHistory", {}, []],
  ["getWeather", {}, "BAD_ACTION"],
  ["getbalance", {}, "BAD_ACTION"],
  ["constructor", {}, "BAD_ACTION"],
  ["", {}, "BAD_ACTION"],
];

describe("what is told without a purchase", () => {
  it.each(TABLE)("%s %j", async (action, parameters, expected) => {
    const isText = typeof expected === "string";
    const exact = {
      status: 200,
      type: isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
      body: isText ? expected : JSON.stringify(expected),
    };
    expect(await world.ask({ api_key: key, action, ...parameters })).toEqual(exact);
    // The same in a form, and spread over both.
    const form = { method: "POST", body: new URLSearchParams({ action, ...parameters }) };
    expect(await world.ask({ api_key: key }, form)).toEqual(exact);
    const multipart = new FormData();
    for (const [name, value] of Object.entries({ action, api_key: key })) multipart.set(name, value);
    expect(await world.ask(parameters, { method: "POST", body: multipart })).toEqual(exact);
  });
});

describe("the key", () => {
  const balance = { action: "getBalance" };

  it("is asked for, and must be right", async () => {
    expect(await world.say(balance)).toBe("NO_KEY");
    expect(await world.say({ ...balance, api_key: "" })).toBe("NO_KEY");
    for (const wrong of ["x", `${key}x`, "کلید", "\0", "a".repeat(5_000), `${key.slice(0, -1)}_`]) {
      expect(await world.ask({ ...balance, api_key: wrong })).toEqual({
        status: 200,
        type: "text/plain; charset=utf-8",
        body: "BAD_KEY",
      });
    }
  });

  it("is needed for no names, yet nobody may ask for them without end", async () => {
    expect(JSON.parse(await world.say({ action: "getCountries" }))).toEqual({ "57": IRAN, "73": BRAZIL });
    expect(await world.say({ action: "getCountries", api_key: "x" })).toBe("BAD_KEY");
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => world.ask({ action: "getServicesList" })),
    );
    expect(answers.filter(({ status, body }) => status === 429 && body === "RATE_LIMIT").length).toBe(11);
  });

  it("of two that are sent the last counts, and the body's before the address'", async () => {
    const doubled = new URLSearchParams([
      ["api_key", "x"],
      ["api_key", key],
      ["action", "getBalance"],
    ]);
    const answer = await world.app.request(`/stubs/handler_api.php?${doubled}`);
    expect(await answer.text()).toBe("ACCESS_BALANCE:12.00");
    const body = new URLSearchParams({ action: "getBalance" });
    expect(await world.ask({ api_key: key, action: "x" }, { method: "POST", body })).toMatchObject({
      body: "ACCESS_BALANCE:12.00",
    });
  });

  it("that may not do this is no key for it", async () => {
    const narrow = await world.key(person, { scopes: ["numbers:read"] });
    expect(await world.say({ ...balance, api_key: narrow })).toBe("BAD_KEY");
    expect(await world.say({ action: "getNumber", api_key: narrow, service: "wa", country: "73" })).toBe(
      "BAD_KEY",
    );
    expect(await world.say({ action: "getPricesV2", api_key: narrow, service: "zz" })).toBe("{}");
  });

  it("has a limit of requests, told as the one answer that is no 200", async () => {
    const slow = await world.key(person, { rateLimit: 2 });
    const answers = [];
    for (let call = 0; call < 3; call += 1) {
      answers.push(
        await world.app.request(`/stubs/handler_api.php?api_key=${slow}&action=getPricesV2&service=zz`),
      );
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(await answers[2]?.text()).toBe("RATE_LIMIT");
    expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("may ask for the old shape of stock, and brings its project's country", async () => {
    const made = await createProject(world.deps, person.actor, {
      userId: person.actor.userId,
      name: "Shop",
      defaultCountry: "BR",
      defaultService: "whatsapp",
    });
    if (!made.ok) throw new Error(made.reason);
    const old = await world.key(person, { numbersStatusSuffix: true, projectId: made.projectId });
    expect(await world.say({ action: "getNumbersStatus", api_key: old })).toBe(
      JSON.stringify({ tg_0: 8, tg_1: 0, wa_0: 8, wa_1: 0 }),
    );
  });
});
