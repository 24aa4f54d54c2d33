import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { quickStatusDoor } from "@/lib/api/handler-api/quick-door";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { openStatusDesk } from "@/lib/api/order-status/status-desk";
import { openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { closeDeps, createDeps, type Deps } from "@/lib/deps";
import { revokeKey } from "@/lib/domain/api-keys/commands/revoke-key";
import { bellsHeard } from "../../support/bells-heard";
import type { Person } from "../../support/world";
import { type HandlerWorld, openHandlerWorld, PATH } from "./handler-world";

let world: HandlerWorld;
/** Another process on the same database; SMS come to the first. */
let there: Deps;
let server: Server;
let person: Person;
let key: string;
let id: string;
/** Requests that went past the door into the API app. */
let passed = 0;

beforeAll(async () => {
  world = await openHandlerWorld({ ownNumbers: 5 });
  there = createDeps(world.deps.env);
  await there.notifications.ready();
  const desks = { keys: openKeyDesk(there), statuses: openStatusDesk(there) };
  const app = createApiApp(there, openSubscriptionDesk(there), desks.keys, desks.statuses);
  const api = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const next = (request: IncomingMessage, response: ServerResponse) => {
    passed += 1;
    return api(request, response);
  };
  const door = quickStatusDoor(there, { desks, addressOf: () => "127.0.0.1", next });
  server = createServer((request, response) => {
    // As a proxy names it.
    request.rawHeaders.push("X-Request-Id", "one-and-the-same");
    request.headers["x-request-id"] = "one-and-the-same";
    door(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  person = await world.person({ usd: 3 });
  key = await world.key(person);
  const words = await world.say({ action: "getNumber", api_key: key, service: "wa", country: "73" });
  id = words.split(":")[1] ?? "";
  // The purchase and the key ring too; heard late, they would drop what is in memory from here on.
  for (const channel of ["patchbay_orders", "patchbay_api_keys"] as const) await bellsHeard(there, channel);
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await closeDeps(there);
  await world.close();
});

async function poll(parameters: Record<string, string> = {}, init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const query = new URLSearchParams({ api_key: key, action: "getStatus", id, ...parameters });
  const before = passed;
  const response = await fetch(`http://127.0.0.1:${port}${PATH}?${query}`, init);
  const names = ["content-type", "cache-control", "x-content-type-options", "x-request-id", "retry-after"];
  return {
    way: passed > before ? "app" : "memory",
    status: response.status,
    headers: Object.fromEntries(names.sort().map((name) => [name, response.headers.get(name)])),
    body: await response.text(),
  };
}

it("answers a poll from memory exactly as the API app answers it", async () => {
  const first = await poll();
  expect(first).toMatchObject({ way: "app", status: 200, body: "STATUS_WAIT_CODE" });
  expect(await poll()).toEqual({ ...first, way: "memory" });
  expect(await poll({}, { method: "POST" })).toEqual({ ...first, way: "memory" });
});

it("leaves whatever is not plainly a poll to the API app", async () => {
  const others: Record<string, string>[] = [
    { action: "getStatusV2" },
    { action: "getStatus\0" },
    { id: "x" },
    { id: "2147483647" },
    { more: "1" },
    { api_key: "x" },
  ];
  for (const parameters of others) expect((await poll(parameters)).way).toBe("app");
  const form = { method: "POST", body: new URLSearchParams({ id: "2147483647" }) };
  expect(await poll({}, form)).toMatchObject({ way: "app", body: "NO_ACTIVATION" });
  const stranger = await world.key(await world.person());
  expect(await poll({ api_key: stranger })).toMatchObject({ way: "app", body: "NO_ACTIVATION" });
  expect(await poll({ api_key: stranger })).toMatchObject({ way: "app", body: "NO_ACTIVATION" });
});

it("tells a code that came to another process", async () => {
  await expect.poll(poll).toMatchObject({ way: "memory", body: "STATUS_WAIT_CODE" });
  await world.sms(id, "WhatsApp code 112233");
  // How soon, the bench measures.
  await expect.poll(async () => (await poll()).body).toBe("STATUS_OK:112233");
  await expect.poll(poll).toMatchObject({ way: "memory", body: "STATUS_OK:112233" });
});

it("reads everything again when the line to the database was cut", async () => {
  await expect.poll(async () => (await poll()).way).toBe("memory");
  const resynced = new Promise<void>((resolve) => {
    there.notifications.onResync(resolve);
  });
  await world.deps.db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
  await expect.poll(() => there.notifications.isConnected()).toBe(false);
  // Nobody tells of this one.
  await world.say({ action: "setStatus", api_key: key, id, status: "3" });
  expect((await poll()).body).toBe("STATUS_WAIT_RETRY:112233");
  await resynced;
  expect((await poll()).body).toBe("STATUS_WAIT_RETRY:112233");
  await expect.poll(async () => (await poll()).way).toBe("memory");
});

it("is shut in every process as soon as the key is revoked", async () => {
  const { id: keyId } = await world.deps.db.apiKey.findFirstOrThrow({
    where: { userId: person.actor.userId },
  });
  const revoked = await revokeKey(world.deps, person.actor, { keyId });
  expect(revoked.ok).toBe(true);
  await expect.poll(poll).toMatchObject({ way: "app", status: 200, body: "BAD_KEY" });
});
