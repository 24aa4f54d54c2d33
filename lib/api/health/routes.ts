import { Hono } from "hono";
import { isDatabaseReady } from "@/lib/db/readiness";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";

/** live: the process answers. ready: it can also reach what it needs. */
export function healthRoutes(deps: Deps) {
  return new Hono<ApiEnv>()
    .get("/live", (c) => c.json({ status: "live" }))
    .get("/ready", async (c) => {
      const checks = {
        database: await isDatabaseReady(deps.db),
        notifications: deps.notifications.isConnected(),
        accepting: !deps.lifecycle.isStopping(),
      };
      const ready = Object.values(checks).every(Boolean);
      if (!ready) c.header("retry-after", "1");
      return c.json({ status: ready ? "ready" : "not ready", checks }, ready ? 200 : 503);
    });
}
