import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { openUpdateStream } from "./update-stream";

/** Server-sent events of the signed-in person: each change of an order with its new state, and the wallet. */
export function streamRoutes(deps: Deps) {
  return new Hono<ApiEnv>().get("/", async (c) => {
    const actor = c.get("actor");
    if (!actor) return problem(c, "unauthenticated");
    if (deps.lifecycle.isStopping()) return problem(c, "unavailable");
    const verdict = await deps.rateLimits.take("stream.open", actor.userId);
    if (!verdict.allowed) {
      return problem(c, "rate_limited", { retryAfterSeconds: verdict.retryAfterSeconds });
    }
    const body = openUpdateStream(deps, customerScope(actor), actor.sessionId);
    return c.body(body, 200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
  });
}
