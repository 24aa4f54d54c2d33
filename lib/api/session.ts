import { createMiddleware } from "hono/factory";
import { readSession } from "@/lib/auth/read-session";
import type { Deps } from "@/lib/deps";
import { isCrossSite } from "@/lib/http/same-site";
import type { ApiEnv } from "./context";
import { problem } from "./problem";

/** Knows the signed-in person by the session cookie. Another site cannot use that cookie for an unsafe request. */
export function withSession(deps: Deps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (isCrossSite(c.req.method, (name) => c.req.header(name), deps.env.publicUrl.origin)) {
      return problem(c, "cross_site");
    }
    c.set(
      "actor",
      await readSession(deps, {
        cookieHeader: c.req.header("cookie") ?? null,
        ip: c.get("clientAddress"),
        requestId: c.get("requestId"),
      }),
    );
    await next();
  });
}
