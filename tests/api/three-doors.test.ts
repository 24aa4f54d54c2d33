import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "@/lib/domain/api-keys/vocabulary";
import type { Person } from "../support/world";
import { type HandlerWorld, openHandlerWorld } from "./handler-api/handler-world";

interface Bought {
  number: string;
  phone: string;
}

/** One protocol, as a client of it would speak. */
interface Door {
  buy(): Promise<Bought>;
  /** The code, or null while none is there. */
  code(number: string): Promise<string | null>;
  isRunning(number: string): Promise<boolean>;
  finish(number: string): Promise<void>;
  cancel(number: string): Promise<void>;
}

let world: HandlerWorld;
let ada: Person;
let key: string;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 40 });
  const { db } = world.deps;
  await db.country.updateMany({ where: { iso2: "BR" }, data: { fiveSimName: "brazil" } });
  await db.service.updateMany({ where: { code: "wa" }, data: { fiveSimName: "whatsapp" } });
  ada = await world.person({ usd: 50, level: 3 });
  key = await world.key(ada, { scopes: [...SCOPES] });
});
afterAll(() => world.close());

async function rest(method: string, path: string, body?: object) {
  const answer = await world.app.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = await answer.json();
  expect(answer.status, JSON.stringify(said)).toBeLessThan(300);
  return said;
}

async function fiveSim(path: string) {
  const answer = await world.app.request(`/v1/user${path}`, { headers: { authorization: `Bearer ${key}` } });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text);
}

const handler = (action: string, more: Record<string, string>) =>
  world.say({ api_key: key, action, ...more });

const DOORS: Record<string, Door> = {
  REST: {
    async buy() {
      const { number, phone } = await rest("POST", "/numbers", { service: "whatsapp", country: "BR" });
      return { number: String(number), phone: phone.slice(1) };
    },
    code: async (number) => (await rest("GET", `/numbers/${number}`)).code,
    isRunning: async (number) => (await rest("GET", `/numbers/${number}`)).endedAt === null,
    async finish(number) {
      expect((await rest("POST", `/numbers/${number}/finish`)).state).toBe("finished");
    },
    async cancel(number) {
      expect((await rest("POST", `/numbers/${number}/cancel`)).state).toBe("canceled");
    },
  },
  "SMS-Activate": {
    async buy() {
      const said = await handler("getNumber", { service: "wa", country: "73" });
      const [word, number = "", phone = ""] = said.split(":");
      expect(word).toBe("ACCESS_NUMBER");
      return { number, phone };
    },
    async code(number) {
      const said = await handler("getStatus", { id: number });
      return said.startsWith("STATUS_OK:") ? said.slice("STATUS_OK:".length) : null;
    },
    isRunning: async (number) => (await handler("getStatus", { id: number })) !== "STATUS_CANCEL",
    async finish(number) {
      expect(await handler("setStatus", { id: number, status: "6" })).toBe("ACCESS_ACTIVATION");
    },
    async cancel(number) {
      expect(await handler("setStatus", { id: number, status: "8" })).toBe("ACCESS_CANCEL");
    },
  },
  "5sim": {
    async buy() {
      const { id, phone } = await fiveSim("/buy/activation/brazil/any/whatsapp");
      return { number: String(id), phone: phone.slice(1) };
    },
    code: async (number) => (await fiveSim(`/check/${number}`)).sms?.[0]?.code ?? null,
    isRunning: async (number) => ["PENDING", "RECEIVED"].includes((await fiveSim(`/check/${number}`)).status),
    async finish(number) {
      expect((await fiveSim(`/finish/${number}`)).status).toBe("FINISHED");
    },
    async cancel(number) {
      expect((await fiveSim(`/cancel/${number}`)).status).toBe("CANCELED");
    },
  },
};

const PAIRS = Object.keys(DOORS).flatMap((bought) =>
  Object.keys(DOORS)
    .filter((watched) => watched !== bought)
    .map((watched) => [bought, watched] as const),
);

const allSee = async (number: string) =>
  new Set(await Promise.all(Object.values(DOORS).map((door) => door.isRunning(number))));

describe.each(PAIRS)("bought through %s", (bought, watched) => {
  const [shop, other] = [DOORS[bought], DOORS[watched]] as [Door, Door];

  it(`watched and finished through ${watched}`, async () => {
    const { number, phone } = await shop.buy();
    expect(phone).toMatch(/^55219\d+$/);
    expect(await other.code(number)).toBeNull();
    const code = `48${number.slice(-4)}`;
    await world.sms(number, `Your WhatsApp code is ${code}`);
    // A door that answers from memory hears of it a moment later.
    await expect.poll(() => other.code(number)).toBe(code);
    await expect.poll(() => shop.code(number)).toBe(code);
    await expect.poll(() => allSee(number)).toEqual(new Set([true]));
    await other.finish(number);
    await expect.poll(() => allSee(number)).toEqual(new Set([false]));
    expect(await world.deps.db.order.findUniqueOrThrow({ where: { number: Number(number) } })).toMatchObject({
      status: "COMPLETED",
    });
  });

  it(`cancelled through ${watched} and given back`, async () => {
    const { number } = await shop.buy();
    await world.pass(130);
    const before = (await rest("GET", "/wallet")).available.amount;
    await other.cancel(number);
    await expect.poll(() => allSee(number)).toEqual(new Set([false]));
    expect(Number((await rest("GET", "/wallet")).available.amount)).toBeCloseTo(Number(before) + 0.35);
  });
});
