import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";
import type { Refusal } from "@/lib/domain/kernel/result";
import type { ApiEnv } from "./context";
import { problemTitle } from "./problem-titles";

/** One refusal as application/problem+json (RFC 9457) with its stable code. */
export function problem(c: Context<ApiEnv>, code: RefusalCode, details?: Refusal["details"]): Response {
  const status = REFUSALS[code];
  if (code === "unavailable" || code === "rate_limited") {
    c.header("retry-after", String(details?.retryAfterSeconds ?? 1));
  }
  return c.body(
    JSON.stringify({
      type: "about:blank",
      title: problemTitle(code),
      status,
      code,
      requestId: c.get("requestId"),
      ...details,
    }),
    status as ContentfulStatusCode,
    { "content-type": "application/problem+json" },
  );
}
