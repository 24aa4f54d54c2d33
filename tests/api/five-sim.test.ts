import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { sms } from "../integration/numbers/numbers-fixture";
import { moneyOf } from "../integration/wallet/wallet-fixture";
import type { Person } from "../support/world";
import { type FiveSimWorld, openFiveSimWorld } from "./five-sim-fixture";

const JSON_TYPE = "application/json";
const TEXT_TYPE = "text/plain; charset=utf-8";
const BUY = "/user/buy/activation/brazil/any/whatsapp";

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
const money = () => moneyOf(world.deps.db, person.actor.userId);
const orders = () => world.deps.db.order.count({ where: { userId: person.actor.userId } });

interface Bought {
  id: number;
  phone: string;
}

async function buy(path = BUY): Promise<Bought> {
  const answer = await get(path);
  expect(answer).toMatchObject({ status: 200, type: JSON_TYPE });
  return JSON.parse(answer.body) as Bought;
}

/** The exact bytes of an order, with what the database says of its times. */
async function bytesOf(id: number, changes: object): Promise<string> {
  const row = await world.deps.db.order.findUniqueOrThrow({ where: { number: id } });
  return JSON.stringify({
    id,
    phone: row.phoneE164,
    operator: "any",
    product: "whatsapp",
    price: 0.35,
    status: "PENDING",
    expires: row.expiresAt?.toISOString(),
    sms: null,
    created_at: row.startAt.toISOString(),
    forwarding: false,
    forwarding_number: "",
    country: "brazil",
    ...changes,
  });
}

/** What is shown of an order: texts of another service are not. */
async function smsOf(id: number) {
  const rows = await world.deps.db.smsMessage.findMany({
    where: { order: { number: id }, isForeign: false },
  });
  return rows.map((row) => ({
    id: Number.parseInt(row.id.slice(-8), 16) & 0x7fff_ffff,
    created_at: row.receivedAt.toISOString(),
    date: row.receivedAt.toISOString(),
    sender: "WhatsApp",
    text: "Your WhatsApp code: 482-913",
    code: "482913",
  }));
}

describe("an activation", () => {
  it("is bought, watched, gets its code and is finished, byte for byte", async () => {
    const bought = await get(BUY);
    const { id, phone } = JSON.parse(bought.body) as Bought;
    const pending = { status: 200, type: JSON_TYPE, body: await bytesOf(id, {}) };
    expect(bought).toEqual(pending);
    expect(await get(`/user/check/${id}`)).toEqual(pending);
    expect(await money()).toEqual([9_650_000n, 350_000n, 0n]);
    expect(await get(`/user/finish/${id}`)).toEqual(text(400, "order no sms"));

    await receiveMessage(world.deps, sms(phone, "Your WhatsApp code: 482-913"));
    await receiveMessage(world.deps, sms(phone, "Telegram code 99887", "Telegram"));
    const code = await smsOf(id);
    const received = await bytesOf(id, { status: "RECEIVED", sms: code });
    expect((await get(`/user/check/${id}`)).body).toBe(received);
    expect(await money()).toEqual([9_650_000n, 0n, 0n]);
    expect(await get(`/user/cancel/${id}`)).toEqual(text(400, "order has sms"));
    expect(await get(`/user/ban/${id}`)).toEqual(text(400, "order has sms"));
    const inbox = code.map(({ id: ID, ...rest }) => ({ ID, ...rest, is_wave: false, wave_uuid: "" }));
    expect((await get(`/user/sms/inbox/${id}`)).body).toBe(JSON.stringify({ Data: inbox, Total: 1 }));

    const finished = await bytesOf(id, { status: "FINISHED", sms: code });
    expect((await get(`/user/finish/${id}`)).body).toBe(finished);
    expect(await get(`/user/finish/${id}`)).toEqual(text(400, "order expired"));
    expect((await get(`/user/check/${id}`)).body).toBe(finished);
    expect((await get("/user/orders?category=activation&limit=5&offset=0&order=id&reverse=true")).body).toBe(
      `{"Data":[${finished}],"ProductNames":[],"Statuses":[],"Total":1}`,
    );
  });

  it("is cancelled, banned or runs out, and the money is back", async () => {
    await world.deps.db.provider.updateMany({ data: { cancelAfterSeconds: 120 } });
    const canceled = await buy();
    expect(await get(`/user/cancel/${canceled.id}`)).toEqual(text(400, "order cannot be canceled yet"));
    await world.deliver(121);
    expect((await get(`/user/cancel/${canceled.id}`)).body).toBe(
      await bytesOf(canceled.id, { status: "CANCELED" }),
    );
    expect(await get(`/user/cancel/${canceled.id}`)).toEqual(text(400, "order expired"));
    const banned = await buy();
    const late = await buy();
    await world.deliver(121);
    expect((await get(`/user/ban/${banned.id}`)).body).toBe(await bytesOf(banned.id, { status: "BANNED" }));
    await world.deliver(2_000);
    await expireOrders(world.deps);
    expect((await get(`/user/check/${late.id}`)).body).toBe(await bytesOf(late.id, { status: "TIMEOUT" }));
    expect(await money()).toEqual([10_000_000n, 0n, 0n]);
    const listed = JSON.parse((await get("/user/orders?limit=2&offset=1")).body) as {
      Data: Bought[];
      Total: number;
    };
    expect([listed.Data.map(({ id }) => id), listed.Total]).toEqual([[banned.id, canceled.id], 3]);
    const oldest = JSON.parse((await get("/user/orders?limit=1&reverse=false")).body) as { Data: Bought[] };
    expect(oldest.Data.map(({ id }) => id)).toEqual([canceled.id]);
  });

  it("is made once for one Idempotency-Key", async () => {
    const init = { headers: { "idempotency-key": "once" } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.ask(BUY, key, init)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await orders()).toBe(1);
    const other = await world.ask("/user/buy/activation/brazil/any/telegram", key, init);
    expect(other.status).toBe(422);
    expect(await orders()).toBe(1);
  });
});

describe("what is not sold", () => {
  it.each([
    ["/user/buy/activation/atlantis/any/whatsapp", 400, "bad country"],
    ["/user/buy/activation/%20/any/whatsapp", 400, "select country"],
    ["/user/buy/activation/brazil/%20/whatsapp", 400, "select operator"],
    ["/user/buy/activation/brazil/nobody/whatsapp", 400, "bad operator"],
    ["/user/buy/activation/any/claro/whatsapp", 400, "bad operator"],
    ["/user/buy/activation/brazil/any/nothing", 400, "no product"],
    [`${BUY}?maxPrice=0.10`, 200, "no free phones"],
    [`${BUY}?maxPrice=0`, 200, "no free phones"],
    [`${BUY}?maxPrice=cheap`, 400, "bad max price"],
    [`${BUY}?maxPrice=-1`, 400, "bad max price"],
    [`${BUY}?maxPrice=۱۲`, 400, "bad max price"],
    ["/user/buy/hosting/brazil/any/1day", 200, "no free phones"],
    ["/user/buy/hosting/brazil/any/2days", 400, "no product"],
    ["/user/buy/hosting/atlantis/any/1day", 400, "bad country"],
    ["/user/reuse/whatsapp/5521999", 400, "reuse not possible"],
    ["/user/reuse/nothing/5521999", 400, "no product"],
  ])("%s: %i %s", async (path, status, body) => {
    expect(await get(path)).toEqual(text(status, body));
    expect([await orders(), await money()]).toEqual([0, [10_000_000n, 0n, 0n]]);
  });

  it("for want of money, level, numbers, or by a limit", async () => {
    const poor = await world.person();
    expect(await world.ask(BUY, await world.key(poor))).toEqual(text(400, "not enough user balance"));
    const { db } = world.deps;
    await db.service.updateMany({ where: { code: "wa" }, data: { minVerificationLevel: 2 } });
    expect(await get(BUY)).toEqual(text(400, "not enough rating"));
    await db.service.updateMany({ data: { minVerificationLevel: 0 } });
    const capped = await world.key(person, { maxPriceMicros: 100_000n });
    expect(await world.ask(BUY, capped)).toEqual(text(200, "no free phones"));
    await db.phoneNumberService.updateMany({ data: { isAllowed: false } });
    expect(await get(BUY)).toEqual(text(200, "no free phones"));
    await db.phoneNumberService.updateMany({ data: { isAllowed: true } });
    expect([await orders(), await money()]).toEqual([0, [10_000_000n, 0n, 0n]]);
    expect(
      JSON.parse((await get("/user/buy/activation/any/any/whatsapp?maxPrice=999999999999")).body),
    ).toMatchObject({
      country: "brazil",
    });
  });
});

describe("other people's, missing and wrong orders", () => {
  it.each(["check", "finish", "cancel", "ban", "sms/inbox"])("%s says nothing about them", async (call) => {
    const stranger = await world.person({ usd: 5 });
    const theirs = JSON.parse((await world.ask(BUY, await world.key(stranger))).body) as Bought;
    const ids = [theirs.id, 0, 1, -5, 99_999_999_999, "abc", "1e3", "۱۲۳", "0x10", "1%2E5", "9".repeat(400)];
    for (const id of ids) expect(await get(`/user/${call}/${id}`)).toEqual(text(404, "order not found"));
    const state = await world.deps.db.order.findUniqueOrThrow({ where: { number: theirs.id } });
    expect(state.status).toBe("ACTIVE");
    await world.deliver(121);
    await world.ask(`/user/cancel/${theirs.id}`, await world.key(stranger));
  });
});
