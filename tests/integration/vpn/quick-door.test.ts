import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { quickSubscriptionDoor } from "@/lib/api/subscription/quick-door";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { LIMITS } from "@/lib/rate-limit/limits";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

/** Asks the API app alone. */
const PAST_THE_DOOR = "x-past-the-door";

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
  const api = getRequestListener(createApiApp(deps, desk).fetch, { overrideGlobalObjects: false });
  const next = (request: IncomingMessage, response: ServerResponse) => {
    passed += 1;
    return api(request, response);
  };
  const door = quickSubscriptionDoor(deps, { desk, addressOf: () => "192.0.2.7", next });
  server = createServer((request, response) => {
    // As a proxy names it.
    request.headers["x-request-id"] = "one-and-the-same";
    if (!request.headers[PAST_THE_DOOR]) return void door(request, response);
    passed += 1;
    void api(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
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
    way: passed > before ? "app" : "door",
    status: response.status,
    headers: Object.fromEntries(names.sort().map((name) => [name, response.headers.get(name)])),
    body: await response.text(),
  };
}

it("answers new and kept documents exactly as the API app does, and leaves the rest to it", async () => {
  const headers = { "user-agent": "v2rayNG/1.9" };
  const made = await ask({ headers });
  expect(made).toMatchObject({ way: "door", status: 200 });
  const kept = await ask({ headers });
  expect(kept).toEqual(made);
  const app = await ask({ headers: { ...headers, [PAST_THE_DOOR]: "yes" } });
  expect(app).toEqual({ ...made, way: "app" });
  const head = await ask({ method: "HEAD", headers });
  expect(head).toEqual({ ...kept, body: "" });
  const same = await ask({ headers: { ...headers, "if-none-match": kept.headers.etag ?? "" } });
  expect(same).toMatchObject({ way: "door", status: 304, body: "" });
  expect(same.headers["subscription-userinfo"]).toBe(made.headers["subscription-userinfo"]);
  const fresh = { ...headers, "if-none-match": kept.headers.etag ?? "" };
  expect(await ask({ headers: { ...fresh, [PAST_THE_DOOR]: "yes" } })).toEqual({ ...same, way: "app" });
  for (let time = 6; time < LIMITS["subscription.fetch"].points; time += 1) await ask({ headers });
  const refused = await ask({ headers });
  expect(refused).toMatchObject({ way: "app", status: 429 });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
});

it("leaves a token that nobody has to the API app", async () => {
  const known = path;
  path = `/sub/${"x".repeat(32)}`;
  expect(await ask()).toMatchObject({ way: "app", status: 404 });
  path = known;
});
