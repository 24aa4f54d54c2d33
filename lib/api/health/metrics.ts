import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Prometheus text for whoever knows METRICS_TOKEN; without a token configured there is nothing here. */
export function metricsRoutes(deps: Deps) {
  return new Hono<ApiEnv>().get("/", async (c) => {
    const token = deps.env.metricsToken;
    if (!token) return problem(c, "not_found");
    const given = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!sameSecret(given, token)) return problem(c, "unauthenticated");
    deps.metrics.openStreams.set(deps.streams.count());
    return c.body(await deps.metrics.registry.metrics(), 200, {
      "content-type": deps.metrics.registry.contentType,
    });
  });
}
