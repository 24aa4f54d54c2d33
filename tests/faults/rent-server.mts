import { createServer } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createApiApp } from "@/lib/api/app";
import { readSession } from "@/lib/auth/read-session";
import { isDatabaseAway } from "@/lib/db/outage";
import { getDeps } from "@/lib/deps";
import { REFUSALS } from "@/lib/domain/kernel/errors";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { createFrontDoor } from "@/lib/http/front-door";
import { JOBS } from "@/lib/jobs/registry";
import { startJobs } from "@/lib/jobs/runner";

// The product without its pages, made to be killed: the API app behind the front door, the jobs, and one door for
// rents. It loads everything and connects, says "loaded", and only begins to live when it is told to "go".

const deps = getDeps();

async function live(): Promise<number> {
  const app = new Hono();
  app.post("/api/test/rent", async (c) => {
    const cookieHeader = c.req.header("cookie") ?? null;
    try {
      const actor = await readSession(deps, { cookieHeader, ip: "127.0.0.1", requestId: null });
      if (!actor) return c.json({ reason: "unauthenticated" }, 401);
      const rented = await rentNumber(deps, actor, { ...(await c.req.json()), idempotencyScope: "test" });
      if (rented.ok) return c.json(rented, 200);
      return c.json(rented, REFUSALS[rented.reason] as 409);
    } catch (error) {
      if (!isDatabaseAway(error)) {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        return c.json({ reason: "fault" }, 500);
      }
      return c.json({ reason: "unavailable" }, 503, { "retry-after": "1" });
    }
  });
  const api = createApiApp(deps);
  app.all("*", (c) => api.fetch(c.req.raw, c.env as HttpBindings));
  const listener = getRequestListener(app.fetch);
  const door = createFrontDoor({
    publicOrigin: deps.env.publicUrl.origin,
    trustedProxies: [],
    api: listener,
    pages: listener,
    simulators: null,
    onAnswered: () => undefined,
    onError: (error) => process.stderr.write(`${error}\n`),
  });
  if (deps.env.role !== "web") startJobs(deps, JOBS);
  const server = createServer((request, response) => {
    door(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return address && typeof address === "object" ? address.port : 0;
}

process.on("message", (message) => {
  if (message === "go") void live().then((port) => process.send?.({ port }));
});
process.on("disconnect", () => process.exit(0));
await deps.notifications.ready();
// Connections and compiled queries: what a server has that has lived for more than a moment.
await Promise.all(
  Array.from({ length: 4 }, () =>
    deps.db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        await tx.user.findFirst();
        await tx.session.findFirst();
      },
      { maxWait: 60_000, timeout: 60_000 },
    ),
  ),
);
process.send?.("loaded");
