import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moneyOf } from "../integration/wallet/wallet-fixture";
import { bellsHeard } from "../support/bells-heard";
import type { Person } from "../support/world";
import { type FiveSimWorld, openFiveSimWorld } from "./five-sim-fixture";

const JSON_TYPE = "application/json";
const TEXT_TYPE = "text/plain; charset=utf-8";
const BUY = "/user/buy/activation/brazil/any/whatsapp";

/** Only a machine under load needs it. */
const PATIENCE = { timeout: 15_000 };

let world: FiveSimWorld;
let person: Person;
let key: string;

beforeAll(async () => {
  world = await openFiveSimWorld();
});
beforeEach(async () => {
  person = await world.person({ usd: 10 });
  key = await world.key(person);
});
afterAll(() => world.close());

const get = (path: string) => world.ask(path, key);
const text = (status: number, body: string) => ({ status, type: TEXT_TYPE, body });
const _money = () => moneyOf(world.deps.db, person.actor.userId);
const orders = () => world.deps.db.order.count({ where: { userId: person.actor.userId } });

async function buy(): Promise<{ id: number }> {
  return JSON.parse((await get(BUY)).body) as { id: number };
}

describe("the account", () => {
  it("shows profile and payments, byte for byte", async () => {
    const { id } = await buy();
    const { userId } = person.actor;
    const { email } = await world.deps.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect((await get("/user/profile")).body).toBe(
      `{"id":${Number.parseInt(userId.slice(-8), 16) & 0x7fff_ffff},"email":"${email}","vendor":"",` +
        `"default_forwarding_number":"","balance":9.65,"rating":96,` +
        `"default_country":{"name":"brazil","iso":"br","prefix":"+55"},"default_operator":{"name":""},"frozen_balance":0.35}`,
    );
    const entries = await world.deps.db.ledgerEntry.findMany({
      where: { account: { userId, code: "available" } },
      include: { transaction: true },
      orderBy: { id: "desc" },
    });
    const rows = [
      ["purchase", "order", -0.35, 9.65],
      ["charge", "sandbox", 10, 10],
    ] as const;
    expect(await get("/user/payments?limit=10")).toEqual({
      status: 200,
      type: JSON_TYPE,
      body: JSON.stringify({
        Data: rows.map(([TypeName, ProviderName, Amount, Balance], at) => ({
          ID: Number(entries[at]?.id),
          TypeName,
          ProviderName,
          Amount,
          Balance,
          CreatedAt: entries[at]?.transaction.eventAt.toISOString(),
        })),
        PaymentTypes: [{ Name: "charge" }, { Name: "purchase" }],
        PaymentProviders: [{ Name: "order" }, { Name: "sandbox" }],
        Total: 2,
      }),
    });
    await world.deliver(121);
    await get(`/user/cancel/${id}`);
  });

  it("keeps price limits with its key, within what the owner allows", async () => {
    const own = await world.key(person, { maxPriceMicros: 1_000_000n });
    const write = (method: string, body: unknown) =>
      world.ask("/user/max-prices", own, {
        method,
        headers: { "content-type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
    expect(await world.ask("/user/max-prices", own)).toEqual({ status: 200, type: JSON_TYPE, body: "[]" });
    expect(await write("POST", { product_name: "whatsapp", price: 0.2 })).toMatchObject({
      status: 200,
      body: "",
    });
    const limit = await world.deps.db.apiKeyPriceLimit.findFirstOrThrow({ include: { apiKey: true } });
    expect(limit).toMatchObject({ serviceId: world.shop.services.wa, maxPriceMicros: 200_000n });
    const id = Number.parseInt(limit.serviceId.slice(-8), 16) & 0x7fff_ffff;
    expect((await world.ask("/user/max-prices", own)).body).toBe(
      `[{"id":${id},"product":"whatsapp","price":0.2,"CreatedAt":"${limit.apiKey.createdAt.toISOString()}"}]`,
    );
    // Keys are answered from memory: one that has not heard yet would sell at the old limit.
    await bellsHeard(world.deps, "patchbay_api_keys");
    expect((await world.ask(BUY, own)).body).toBe("no free phones");
    expect(await orders()).toBe(0);
    expect(await write("POST", { product_name: "whatsapp", price: 5 })).toEqual(text(400, "bad price"));
    for (const price of [-1, "much", 1e-9, null, {}, "1".repeat(31)]) {
      expect((await write("POST", { product_name: "whatsapp", price })).status).toBe(400);
    }
    expect(await write("POST", { product_name: "nothing", price: 1 })).toEqual(text(400, "no product"));
    for (const body of ["", "{", "[]", "null", '{"product_name":5}', '{"product_name":"\\u0000"}']) {
      expect((await write("POST", body)).status).toBe(400);
      expect((await write("DELETE", body)).status).toBe(400);
    }
    expect(await write("DELETE", { product_name: "whatsapp" })).toMatchObject({ status: 200, body: "" });
    expect(await world.deps.db.apiKeyPriceLimit.count()).toBe(0);
  });
});

describe("who may come", () => {
  it("is nobody without a key that lives: 401 without a word", async () => {
    const { keyId } = {
      keyId: await world.deps.db.apiKey.findFirstOrThrow({ where: { userId: person.actor.userId } }),
    };
    const wrong = [
      null,
      "",
      "x",
      `${key.slice(0, -1)}!`,
      "9".repeat(300),
      key.replace("pb_live_", "pb_test_"),
    ];
    for (const text of wrong) {
      expect(await world.ask("/user/profile", text)).toMatchObject({ status: 401, body: "" });
    }
    await get("/user/profile");
    await world.deps.db.apiKey.update({ where: { id: keyId.id }, data: { revokedAt: new Date() } });
    await expect.poll(async () => (await get("/user/profile")).status, PATIENCE).toBe(401);
    expect(await get(BUY)).toMatchObject({ status: 401, body: "" });
    expect(await orders()).toBe(0);
  });

  it("does only what the key's scopes allow", async () => {
    const blind = await world.key(person, { scopes: ["vpn:read"] });
    const paths = [
      "/user/profile",
      "/user/payments",
      "/user/orders",
      "/user/max-prices",
      "/user/check/1",
      BUY,
    ];
    for (const path of [
      ...paths,
      "/user/finish/1",
      "/user/cancel/1",
      "/user/ban/1",
      "/user/reuse/whatsapp/1",
    ]) {
      expect((await world.ask(path, blind)).status).toBe(403);
    }
    expect(await orders()).toBe(0);
  });

  it("is turned away over the key's limit", async () => {
    await world.deps.db.apiKey.updateMany({ data: { rateLimit: 2 }, where: { userId: person.actor.userId } });
    await expect.poll(async () => (await get("/user/profile")).status, PATIENCE).toBe(429);
    expect(await get("/user/profile")).toEqual(text(429, "too many requests"));
  });
});

describe("guests", () => {
  const guest = (path: string) => world.ask(`/guest${path}`);

  it("see products, prices and countries, byte for byte", async () => {
    const count = 12;
    const shop = await openFiveSimWorld(count);
    const seen = async (path: string) => (await shop.ask(`/guest${path}`)).body;
    const one = `{"cost":0.35,"count":${count}}`;
    expect(await seen("/products/brazil/any")).toBe(
      `{"telegram":{"Category":"activation","Qty":${count},"Price":0.35},` +
        `"whatsapp":{"Category":"activation","Qty":${count},"Price":0.35}}`,
    );
    expect(await seen("/products/any/any")).toBe(await seen("/products/brazil/any"));
    const whole = `{"brazil":{"telegram":{"any":${one}},"whatsapp":{"any":${one}}}}`;
    expect(await seen("/prices")).toBe(whole);
    expect(await seen("/prices?country=brazil")).toBe(whole);
    expect(await seen("/prices?product=whatsapp")).toBe(`{"whatsapp":{"brazil":{"any":${one}}}}`);
    expect(await seen("/prices?country=brazil&product=whatsapp")).toBe(
      `{"brazil":{"whatsapp":{"any":${one}}}}`,
    );
    expect(await seen("/countries")).toBe(
      `{"brazil":{"iso":{"br":1},"prefix":{"+55":1},"text_en":"Brazil","text_ru":"Бразилия","any":{"activation":1}}}`,
    );
    await shop.close();
  });

  it("see each operator with its own price and count, and how often codes come", async () => {
    const shop = await openFiveSimWorld(3);
    const { db, ids } = shop.deps;
    const { countryId, services } = shop.shop;
    const [claro, serviceId] = [ids.uuid(), services.wa ?? ""];
    await db.operator.create({ data: { id: claro, countryId, code: "claro", name: "Claro" } });
    const prices = { basePriceMicros: 500_000n, currentPriceMicros: 500_000n };
    await db.offer.create({ data: { id: ids.uuid(), serviceId, countryId, operatorId: claro, ...prices } });
    const number = await db.phoneNumber.findFirstOrThrow();
    await db.phoneNumber.update({ where: { id: number.id }, data: { operatorId: claro } });
    await db.offerStatistic.createMany({
      data: Object.values(services).map((id) => ({
        serviceId: id,
        countryId,
        sampleSize: 300,
        withCode: id === serviceId ? 200 : 30,
      })),
    });
    const seen = async (path: string) => (await shop.ask(path)).body;
    expect(await seen("/guest/prices?country=brazil")).toBe(
      '{"brazil":{"telegram":{"any":{"cost":0.35,"count":3},"claro":{"cost":0.35,"count":1}},' +
        '"whatsapp":{"any":{"cost":0.35,"count":3,"rate":66.67},"claro":{"cost":0.5,"count":1,"rate":66.67}}}}',
    );
    expect(await seen("/guest/products/brazil/claro")).toBe(
      '{"telegram":{"Category":"activation","Qty":1,"Price":0.35},"whatsapp":{"Category":"activation","Qty":1,"Price":0.5}}',
    );
    expect(JSON.parse(await seen("/guest/countries"))).toMatchObject({
      brazil: { any: { activation: 1 }, claro: { activation: 1 } },
    });
    const mine = await shop.key(await shop.person({ usd: 5 }));
    const order = await shop.ask("/user/buy/activation/brazil/claro/whatsapp", mine);
    expect(JSON.parse(order.body)).toMatchObject({ operator: "claro", price: 0.5, phone: number.e164 });
    expect((await shop.ask("/user/buy/activation/brazil/claro/whatsapp", mine)).body).toBe("no free phones");
    await shop.close();
  });

  it.each([
    ["/products/atlantis/any", 400, "bad country"],
    ["/products/brazil/nobody", 400, "bad operator"],
    ["/products/any/claro", 400, "bad operator"],
    ["/prices?country=atlantis", 400, "bad country"],
    ["/prices?country=%00", 400, "bad country"],
    ["/prices?product=nothing", 400, "no product"],
    ["/prices?product=nothing&product=whatsapp", 400, "no product"],
    ["/flash/de", 404, "404 page not found"],
    ["/nothing", 404, "404 page not found"],
  ])("%s: %i %s", async (path, status, body) => {
    expect(await guest(path)).toEqual(text(status, body));
  });

  it("read the flash, which is empty", async () => {
    expect(await guest("/flash/en")).toEqual({ status: 200, type: JSON_TYPE, body: '{"text":""}' });
  });
});

describe("bad input", () => {
  const words = [
    "",
    " ",
    "%00",
    "%",
    "..",
    "۱۲۳",
    "'; DROP TABLE orders; --",
    "x".repeat(2_000),
    "\u{1F4A9}",
    "-1",
    "NaN",
    "null",
  ];
  const places = [
    "/user/buy/activation/W/any/whatsapp",
    "/user/buy/activation/brazil/W/whatsapp",
    "/user/buy/activation/brazil/any/W",
    "/user/buy/hosting/W/W/W",
    "/user/reuse/W/W",
    "/user/check/W",
    "/user/finish/W",
    "/user/orders?category=W",
    "/user/orders?limit=W&offset=W",
    "/user/payments?limit=W",
    "/user/payments?order=W&offset=99999999999999999999",
    "/guest/products/W/W",
    "/guest/prices?country=W&product=W",
    "/guest/flash/W",
    "/W",
  ];

  it.each(places)("%s: always an answer, never a fault, nothing bought", async (place) => {
    for (const word of words) {
      const sent = word.startsWith("%") ? word : encodeURIComponent(word);
      const answer = await get(place.replaceAll("W", sent));
      expect(answer.status, `${place} with ${word.slice(0, 20)}`).toBeLessThan(500);
    }
    expect(await orders()).toBe(0);
  });

  it("of other methods and doubled parameters is answered, too", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const answer = await world.ask("/user/profile", key, { method });
      expect(answer).toEqual(text(404, "404 page not found"));
    }
    expect((await get(`${BUY}?maxPrice=0.10&maxPrice=9`)).body).toBe("no free phones");
    expect((await get("/user/orders?limit=1&limit=x")).status).toBe(200);
  });
});
