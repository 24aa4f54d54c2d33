import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";
import type { Refusal } from "@/lib/domain/kernel/result";
import type { ApiEnv } from "./context";

const TITLES: Partial<Record<RefusalCode, string>> = {
  malformed_body: "The body is not valid JSON.",
  body_too_large: "The body is too large.",
  unauthenticated: "Sign in first.",
  not_found: "There is nothing here.",
  method_not_allowed: "This method is not offered here.",
  rate_limited: "Too many requests. Try again later.",
  unavailable: "The service cannot answer just now. Try again shortly.",
  signature_invalid: "The signature does not match.",
  signature_stale: "The signature is too old or too new.",
  cross_site: "Requests from other sites are refused.",
};

/** One refusal as application/problem+json (RFC 9457) with its stable code. */
export function problem(c: Context<ApiEnv>, code: RefusalCode, details?: Refusal["details"]): Response {
  const status = REFUSALS[code];
  if (code === "unavailable" || code === "rate_limited") {
    c.header("retry-after", String(details?.retryAfterSeconds ?? 1));
  }
  return c.body(
    JSON.stringify({
      type: "about:blank",
      title: TITLES[code] ?? code.replaceAll("_", " "),
      status,
      code,
      requestId: c.get("requestId"),
      ...details,
    }),
    status as ContentfulStatusCode,
    { "content-type": "application/problem+json" },
  );
}
