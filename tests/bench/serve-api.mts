import { createServer } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createApiApp } from "@/lib/api/app";
import { quickStatusDoor } from "@/lib/api/handler-api/quick-door";
import { openKeyDesk } from "@/lib/api/keys/desk";
import { openStatusDesk } from "@/lib/api/order-status/status-desk";
import { openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { quickSubscriptionDoor } from "@/lib/api/subscription/quick-door";
import { getDeps } from "@/lib/deps";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { clientAddressReader } from "@/lib/http/client-address";
import { createFrontDoor } from "@/lib/http/front-door";
import { JOBS } from "@/lib/jobs/registry";
import { startJobs } from "@/lib/jobs/runner";
import { logRequest } from "@/lib/observability/request-log";

// The product without its pages: front door, API app with all of its middleware, jobs. One door more, for sign-ins.
const deps = getDeps();
const app = new Hono();
app.post("/api/test/sign-in", async (c) => {
  const { identifier, password, ipAddress } = (await c.req.json()) as Record<string, string>;
  const visitor = { ipAddress: ipAddress ?? null, userAgent: "bench", requestId: null };
  const signed = await signIn(deps, visitor, { identifier: identifier ?? "", password: password ?? "" });
  return c.json({ ok: signed.ok });
});
const desk = openSubscriptionDesk(deps);
const keys = openKeyDesk(deps);
const statuses = openStatusDesk(deps);
const listener = getRequestListener(createApiApp(deps, desk, keys, statuses).fetch);
const api = quickSubscriptionDoor(deps, desk, listener);
const extra = getRequestListener((request, env) => app.fetch(request, env as HttpBindings));
const door = createFrontDoor({
  publicOrigin: deps.env.publicUrl.origin,
  trustedProxies: [],
  api: (request, response) => (request.url === "/api/test/sign-in" ? extra : api)(request, response),
  pages: api,
  simulators: null,
  onAnswered: (facts) => logRequest(deps, { ...facts, route: null, userId: null }),
  onError: (error) => deps.log.error({ err: error }, "a request failed at the front door"),
});
const addressOf = clientAddressReader([]);
const statusDoor = quickStatusDoor(deps, { desks: { keys, statuses }, addressOf, next: door });
await deps.notifications.ready();
startJobs(deps, JOBS);
const server = createServer((request, response) => {
  statusDoor(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
