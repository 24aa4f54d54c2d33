import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { createEntrance } from "@/lib/api/entrance";
import { getDeps } from "@/lib/deps";
import { signIn } from "@/lib/domain/identity/commands/sign-in";
import { JOBS } from "@/lib/jobs/registry";
import { startJobs } from "@/lib/jobs/runner";

// The product without its pages: its entrance with all that stands behind it, jobs. One door more, for sign-ins.
const deps = getDeps();
const app = new Hono();
app.post("/api/test/sign-in", async (c) => {
  const { identifier, password, ipAddress } = (await c.req.json()) as Record<string, string>;
  const visitor = { ipAddress: ipAddress ?? null, userAgent: "bench", requestId: null };
  const signed = await signIn(deps, visitor, { identifier: identifier ?? "", password: password ?? "" });
  return c.json({ ok: signed.ok });
});
const extra = getRequestListener(app.fetch);
const entrance = createEntrance(deps, {
  trustedProxies: [],
  pages: null,
  isApiUnderPages: false,
  simulators: null,
});
await deps.notifications.ready();
startJobs(deps, JOBS);
const server = createServer((request, response) => {
  (request.url === "/api/test/sign-in" ? extra : entrance)(request, response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
