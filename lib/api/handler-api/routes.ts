import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "@/lib/deps";
import type { ApiEnv } from "../context";
import { answerCall, type Desks } from "./answer-call";
import { readParameters } from "./parameters";

/** /stubs/handler_api.php, by whatever method, as PHP reads it: the SMS-Activate protocol. Text or JSON, and 200 whatever is said, unless the key asks for HeroSMS' errors. */
export function handlerApiRoutes(deps: Deps, desks: Desks) {
  return new Hono<ApiEnv>().all("/handler_api.php", async (c: Context<ApiEnv>) => {
    const caller = { clientAddress: c.get("clientAddress"), requestId: c.get("requestId") };
    const answered = await answerCall(deps, desks, caller, await readParameters(c.req));
    c.header("cache-control", "no-store");
    if (answered.retryAfter !== null) c.header("retry-after", String(answered.retryAfter));
    if (answered.contentType === null) return c.body(null, 204);
    return c.body(answered.body, answered.status as ContentfulStatusCode, {
      "content-type": answered.contentType,
    });
  });
}
