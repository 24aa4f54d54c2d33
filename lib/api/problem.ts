import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { REFUSALS, type RefusalCode } from "@/lib/domain/kernel/errors";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import type { ApiEnv } from "./context";
import { problemTitle, problemType } from "./problem-titles";

/** Facts of a refusal as the API tells everything: amounts as money, never in millionths. */
function detailsOf(details: Refusal["details"] = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) =>
      name.endsWith("Micros")
        ? [
            name.slice(0, -"Micros".length),
            { amount: toDecimal(BigInt(String(value))), currency: WALLET_CURRENCY },
          ]
        : [name, value],
    ),
  );
}

/** One refusal as application/problem+json (RFC 9457) with its stable code. */
export function problem(c: Context<ApiEnv>, code: RefusalCode, details?: Refusal["details"]): Response {
  const status = REFUSALS[code];
  if (code === "unavailable" || code === "rate_limited") {
    c.header("retry-after", String(details?.retryAfterSeconds ?? 1));
  }
  return c.body(
    JSON.stringify({
      type: problemType(code),
      title: problemTitle(code),
      status,
      code,
      requestId: c.get("requestId"),
      ...detailsOf(details),
    }),
    status as ContentfulStatusCode,
    { "content-type": "application/problem+json" },
  );
}
