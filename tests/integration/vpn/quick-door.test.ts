import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { quickSubscriptionDoor } from "@/lib/api/subscription/quick-door";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { LIMITS } from "@/lib/rate-limit/limits";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let server: Server;
let path: string;
/** Requests that went past the door into the API app. */
let passed = 0;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
  const { deps } = world;
  await deps.notifications.ready();
  const person = await world.person({ usd: 10 });
  const { id: planId } = await world.plan();
  const input = { planId, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(deps, person.actor, { userId: person.actor.userId }, input);
  if (!bought.ok) throw new Error(bought.reason);
  const row = await deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
  path = `/sub/${deps.cipher.decrypt(row.tokenCiphertext)}`;
  const desk = openSubscriptionDesk(deps);
  const api = getRequestListener(createApiApp(deps, desk).fetch);
  const door = quickSubscriptionDoor(deps, desk, (request, response) => {
    passed += 1;
    return api(request, response);
  });
  server = createServer((request, response) => {
    // As the front door names it.
    request.headers["x-request-id"] = "one-and-the-same";
    void door(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}, 60_000);
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await world.close();
});

async function ask(init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const before = passed;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init });
  const names = [...response.headers.keys()].filter(
    (name) => !["connection", "date", "keep-alive"].includes(name),
  );
  return {
    way: passed > before ? "app" : "memory",
    status: response.status,
    headers: Object.fromEntries(names.sort().map((name) => [name, response.headers.get(name)])),
    body: await response.text(),
  };
}

it("answers from memory exactly what the API app answers, and leaves what is too much to it", async () => {
  const headers = { "user-agent": "v2rayNG/1.9" };
  const first = await ask({ headers });
  expect(first).toMatchObject({ way: "app", status: 200 });
  const second = await ask({ headers });
  expect(second).toEqual({ ...first, way: "memory" });
  const head = await ask({ method: "HEAD", headers });
  expect(head).toEqual({ ...second, body: "" });
  const same = await ask({ headers: { ...headers, "if-none-match": second.headers.etag ?? "" } });
  expect(same).toMatchObject({ way: "memory", status: 304, body: "" });
  expect(same.headers["subscription-userinfo"]).toBe(first.headers["subscription-userinfo"]);
  for (let time = 4; time < LIMITS["subscription.fetch"].points; time += 1) await ask({ headers });
  const refused = await ask({ headers });
  expect(refused).toMatchObject({ way: "app", status: 429 });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
});
