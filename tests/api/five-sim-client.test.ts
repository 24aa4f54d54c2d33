import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { AuthenticationError, FiveSimAPI, GuestService, UserService } from "fivesim-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { getOrder } from "@/lib/domain/numbers/queries";
import { rent, sms } from "../integration/numbers/numbers-fixture";
import { moneyOf } from "../integration/wallet/wallet-fixture";
import type { Person } from "../support/world";
import { type FiveSimWorld, openFiveSimWorld } from "./five-sim-fixture";

/** Only a machine under load needs it. */
const PATIENCE_MS = 15_000;

let world: FiveSimWorld;
let server: Server;
let person: Person;

beforeAll(async () => {
  world = await openFiveSimWorld();
  person = await world.person({ usd: 10 });
  server = createServer(getRequestListener(world.app.fetch, { overrideGlobalObjects: false }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // The one thing that an integrator changes.
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  for (const service of [UserService, GuestService]) Reflect.set(service, "baseURL", baseURL);
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await world.close();
});

/** Buys with the client's own waiting; when the order is there, `arrive` lets its SMS come. */
async function boughtAndWaited(
  client: FiveSimAPI,
  operator: string,
  arrive: (phone: string) => Promise<unknown>,
) {
  const newest = () =>
    world.deps.db.order.findFirst({ where: { phoneE164: { not: null } }, orderBy: { number: "desc" } });
  const before = (await newest())?.number ?? 0;
  const waiting = client.buyActivationNumber("brazil", operator, "whatsapp", { wait: true });
  await expect
    .poll(async () => (await newest())?.number ?? 0, { timeout: PATIENCE_MS })
    .toBeGreaterThan(before);
  await arrive((await newest())?.phoneE164 ?? "");
  return waiting;
}

describe("the npm client fivesim-api", () => {
  it("lives a whole life with a live key", async () => {
    const client = new FiveSimAPI(await world.key(person));
    expect(await client.getProfile()).toMatchObject({ balance: 10, frozen_balance: 0, rating: 96 });
    expect(await FiveSimAPI.getCountries()).toMatchObject({ brazil: { iso: { br: 1 } } });
    expect(await FiveSimAPI.getProducts("brazil", "any")).toMatchObject({ whatsapp: { Price: 0.35 } });
    expect(await FiveSimAPI.getPricesByCountryAndProduct("brazil", "whatsapp")).toMatchObject({
      brazil: { whatsapp: { any: { cost: 0.35 } } },
    });
    expect(await FiveSimAPI.getNotifications("en" as never)).toEqual({ text: "" });

    const received = await boughtAndWaited(client, "best", (phone) =>
      receiveMessage(world.deps, sms(phone, "Your WhatsApp code: 482-913")),
    );
    expect(received).toMatchObject({ status: "RECEIVED", product: "whatsapp" });
    expect(received.sms?.map(({ code }) => code)).toEqual(["482913"]);
    expect(await client.finishOrder(received.id)).toMatchObject({ status: "FINISHED" });

    const other = await client.buyActivationNumber("brazil", "any", "telegram");
    expect(await client.cancelOrder(other.id)).toMatchObject({ status: "CANCELED" });
    await expect(client.cancelOrder(other.id)).rejects.toMatchObject({ name: "OrderExpiredError" });
    await expect(client.checkOrder(1)).rejects.toMatchObject({ name: "NotFoundError" });
    // The original answers 200 and words; the client passes them on as a value.
    expect(await client.buyHostingNumber("brazil", "any", "1day")).toBe("no free phones");

    const history = await client.getOrderHistory({ category: "activation" } as never);
    expect(history.Data.map(({ status }) => status)).toEqual(["CANCELED", "FINISHED"]);
    expect((await client.getPaymentHistory({ limit: 9 } as never)).Data.map(({ Amount }) => Amount)).toEqual([
      0.35, -0.35, -0.35, 10,
    ]);
    await client.setPriceLimit({ product_name: "whatsapp", price: 2 } as never);
    expect(await client.getPriceLimits()).toMatchObject([{ product: "whatsapp", price: 2 }]);
    await client.deletePriceLimit({ product_name: "whatsapp" } as never);
    expect(await client.getPriceLimits()).toEqual([]);
    expect(await client.getProfile()).toMatchObject({ balance: 9.65, frozen_balance: 0 });
  });

  it("lives one with a sandbox key, for nothing", async () => {
    const penniless = await world.person();
    const client = new FiveSimAPI(await world.key(penniless, { mode: "SANDBOX" }));
    const received = await boughtAndWaited(client, "any", () => world.deliver(2));
    expect(received.phone).toMatch(/^\+555550\d+0$/);
    expect(received.sms?.[0]).toMatchObject({
      sender: "SANDBOX",
      code: expect.stringMatching(/^\d{6}$/),
    });
    expect(await client.finishOrder(received.id)).toMatchObject({ status: "FINISHED" });
    const wished = await client.buyActivationNumber("brazil", "any", "telegram", {
      number: "5511994",
    } as never);
    expect(wished.phone).toMatch(/4$/);
    expect(await client.banOrder(wished.id)).toMatchObject({ status: "BANNED" });
    expect(await client.buyActivationNumber("brazil", "sold-out", "whatsapp")).toBe("no free phones");
    const none = await client.buyActivationNumber("brazil", "none", "whatsapp");
    expect(await client.cancelOrder(none.id)).toMatchObject({ status: "CANCELED" });
    expect((await client.getOrderHistory()).Total).toBe(3);
    expect(await moneyOf(world.deps.db, penniless.actor.userId)).toEqual([0n, 0n, 0n]);
    expect((await new FiveSimAPI(await world.key(penniless)).getOrderHistory()).Total).toBe(0);
  });

  it("is told that its key is none", async () => {
    await expect(new FiveSimAPI("eyJhbGciOi").getProfile()).rejects.toBeInstanceOf(AuthenticationError);
  });
});

describe("one order, several doors", () => {
  it("is bought in the portal and watched here, and the other way round", async () => {
    const client = new FiveSimAPI(await world.key(person));
    const { deps } = world;
    const portal = await rent(world.shop, person.actor);
    expect(await client.checkOrder(portal.number)).toMatchObject({
      status: "PENDING",
      phone: portal.phoneE164,
    });
    await receiveMessage(deps, sms(portal.phoneE164, "Your WhatsApp code: 111-222"));
    await requestAnotherSms(deps, person.actor, { orderId: portal.id });
    expect(await client.checkOrder(portal.number)).toMatchObject({ status: "RECEIVED" });
    expect(await client.finishOrder(portal.number)).toMatchObject({ status: "FINISHED" });

    const bought = await client.buyActivationNumber("brazil", "any", "whatsapp");
    const scope = customerScope(person.actor);
    const seen = await getOrder(deps, scope, { number: bought.id });
    expect(seen).toMatchObject({ phoneE164: bought.phone, screen: "waiting" });
    await receiveMessage(deps, sms(bought.phone, "Your WhatsApp code: 333-444"));
    await finishOrder(deps, person.actor, { orderId: seen?.id ?? "" });
    expect(await client.checkOrder(bought.id)).toMatchObject({
      status: "FINISHED",
      sms: [{ code: "333444" }],
    });
  });

  it.each(["LIVE", "SANDBOX"] as const)(
    "is bought here, watched by SMS-Activate and finished here: %s",
    async (mode) => {
      const [mine, theirs] = [await world.key(person, { mode }), await world.key(person, { mode })];
      const client = new FiveSimAPI(mine);
      const handler = async (query: string, key = theirs) => {
        const answer = await world.app.request(`/stubs/handler_api.php?api_key=${key}&action=${query}`);
        return answer.text();
      };
      const { id, phone } = await client.buyActivationNumber("brazil", "any", "telegram");
      expect(await handler(`getStatus&id=${id}`)).toBe("STATUS_WAIT_CODE");
      if (mode === "LIVE") await receiveMessage(world.deps, sms(phone, "Telegram code 12345", "Telegram"));
      else await world.deliver(2);
      const { sms: got } = await client.checkOrder(id);
      await expect
        .poll(() => handler(`getStatus&id=${id}`), { timeout: PATIENCE_MS })
        .toBe(`STATUS_OK:${got?.[0]?.code}`);
      expect(await client.finishOrder(id)).toMatchObject({ status: "FINISHED" });

      const [, second = ""] =
        /^ACCESS_NUMBER:(\d+):\d+$/.exec(await handler("getNumber&service=tg&country=73")) ?? [];
      expect(await client.checkOrder(Number(second))).toMatchObject({
        status: "PENDING",
        product: "telegram",
      });
      expect(await client.cancelOrder(Number(second))).toMatchObject({ status: "CANCELED" });
      await expect
        .poll(() => handler(`getStatus&id=${second}`), { timeout: PATIENCE_MS })
        .toBe("STATUS_CANCEL");
      const other = await world.key(person, { mode: mode === "LIVE" ? "SANDBOX" : "LIVE" });
      expect(await handler(`getStatus&id=${second}`, other)).toBe("NO_ACTIVATION");
      await expect(new FiveSimAPI(other).checkOrder(id)).rejects.toMatchObject({ name: "NotFoundError" });
    },
  );
});
