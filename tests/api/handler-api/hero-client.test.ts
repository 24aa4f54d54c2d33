import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { HeroSMSClient } from "hero-sms";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { quickStatusDoor } from "@/lib/api/handler-api/quick-door";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { openStatusDesk } from "@/lib/api/order-status/status-desk";
import { openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { expectSound } from "../../integration/numbers/numbers-fixture";
import { type HandlerWorld, openHandlerWorld, PATH } from "./handler-world";

let world: HandlerWorld;
let server: Server;
let client: HeroSMSClient;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 5 });
  const { deps } = world;
  const desks = { keys: openKeyDesk(deps), statuses: openStatusDesk(deps) };
  const app = createApiApp(deps, openSubscriptionDesk(deps), desks.keys, desks.statuses);
  const next = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server = createServer(quickStatusDoor(deps, { desks, addressOf: () => "127.0.0.1", next }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const apiKey = await world.key(await world.person({ usd: 2 }));
  const { port } = server.address() as AddressInfo;
  client = new HeroSMSClient({ apiKey, baseUrl: `http://127.0.0.1:${port}${PATH}` });
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await expectSound(world.shop);
  await world.close();
});

it("npm's hero-sms runs its whole life with nothing changed but its address", async () => {
  expect(await client.getBalance()).toBe(2);
  expect(await client.getCountries()).toMatchObject({ 73: { eng: "Brazil", visible: 1 } });
  expect((await client.getServicesList()).services).toContainEqual({ code: "wa", name: "WhatsApp" });
  await expect(client.getOperators(73)).rejects.toMatchObject({ code: "OPERATORS_NOT_FOUND" });
  const prices = await client.getPrices({ service: "wa", country: 73 });
  expect(prices["73"]?.wa).toEqual({ cost: 0.35, count: 5, physicalCount: 5 });
  expect(await client.getTopCountriesByService({ service: "wa" })).toMatchObject({ 0: { country: 73 } });
  await expect(client.getNumber({ service: "wa", country: 73, maxPrice: 0.1 })).rejects.toMatchObject({
    name: "WrongMaxPriceError",
    minimumPrice: 0.35,
  });
  await expect(client.getNumber({ service: "zz", country: 73 })).rejects.toMatchObject({
    code: "BAD_SERVICE",
  });
  const { activationId, phoneNumber } = await client.getNumber({ service: "wa", country: 73 });
  expect(phoneNumber).toMatch(/^55219\d{8}$/);
  const id = String(activationId);
  const status = () => client.getStatus(id as never);
  expect(await status()).toEqual({ status: "STATUS_WAIT_CODE" });
  expect(await client.markReady(id as never)).toBe("ACCESS_READY");
  await world.sms(activationId, "WhatsApp code 112233");
  await expect.poll(status).toEqual({ status: "STATUS_OK", code: "112233" });
  expect((await client.getActiveActivations()).data).toMatchObject([
    { activationId: id, smsText: "WhatsApp code 112233", activationStatus: "2" },
  ]);
  expect((await client.getAllSms({ id })).data).toMatchObject([{ code: "112233" }]);
  expect(await client.requestResend(id as never)).toBe("ACCESS_RETRY_GET");
  await expect.poll(status).toEqual({ status: "STATUS_WAIT_RETRY", code: "112233" });
  await world.sms(activationId, "WhatsApp code 445566");
  await expect.poll(status).toEqual({ status: "STATUS_OK", code: "445566" });
  expect(await client.getStatusV2(id as never)).toMatchObject({ sms: { code: "445566" } });
  expect(await client.complete(id as never)).toBe("ACCESS_ACTIVATION");
  await expect.poll(status).toEqual({ status: "STATUS_CANCEL" });

  const second = await client.getNumberV2({ service: "tg", country: 73 });
  expect(second).toMatchObject({ activationCost: 0.35, currency: 840, countryPhoneCode: 55 });
  expect(await client.cancel(second.activationId as never)).toBe("ACCESS_CANCEL");
  const third = await client.getNumberV2({ service: "tg", country: 73 });
  await client.cancelActivation(third.activationId as never);
  await expect(client.cancel(third.activationId as never)).rejects.toMatchObject({ code: "BAD_STATUS" });
  await expect(client.reactivate(id as never)).resolves.toBe("RENEW_ACTIVATION_NOT_AVAILABLE");
  const history = await client.getHistory({ size: 10 });
  expect(history.map(({ status: number, cost }) => [String(number), cost])).toEqual([
    ["8", 0],
    ["8", 0],
    ["6", 0.35],
  ]);
  expect(await client.getBalance()).toBe(1.65);
  expect((await client.getActiveActivations()).data).toEqual([]);
});
