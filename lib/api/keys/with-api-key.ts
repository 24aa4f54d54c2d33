import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Deps } from "@/lib/deps";
import type { KeyContext, KeyRefusal, Scope } from "@/lib/domain/api-keys/types";
import type { RefusalCode } from "@/lib/domain/kernel/errors";
import type { ApiEnv } from "../context";
import { problem } from "../problem";
import { countKeyCall, type KeyAllowance, takeKeyCall } from "./calls";
import type { KeyDesk } from "./desk";

/** How each reason is told at the doors that speak of problems. */
export const KEY_REFUSAL_CODES: Record<KeyRefusal, RefusalCode> = {
  malformed: "key_unknown",
  unknown: "key_unknown",
  revoked: "key_revoked",
  expired: "key_expired",
  address: "key_address_refused",
  suspended: "suspended",
};

/** A request that a key came with: its handlers can rely on both. */
export interface KeyedEnv extends ApiEnv {
  Variables: ApiEnv["Variables"] & { apiKey: KeyContext };
}

function bearerOf(header: string | undefined): string | null {
  return /^Bearer +([^\s]{1,255})$/i.exec(header ?? "")?.[1] ?? null;
}

/** The limit as draft-ietf-httpapi-ratelimit-headers writes it. */
function sayLimit(c: Context, { limit, remaining, resetSeconds }: KeyAllowance): void {
  c.header("RateLimit-Policy", `"key";q=${limit};w=60`);
  c.header("RateLimit", `"key";r=${remaining};t=${resetSeconds}`);
}

/**
 * Lets in whoever comes with a key (Authorization: Bearer) that may be used now, from there, and for `scope` (none: any key).
 * Sets `actor` and `apiKey`, says what is left of the limit, and counts the call.
 */
export function withApiKey(deps: Deps, desk: KeyDesk, { scope }: { scope?: Scope } = {}) {
  return createMiddleware<KeyedEnv>(async (c, next) => {
    const startedAt = performance.now();
    const text = bearerOf(c.req.header("authorization"));
    const refuse = (code: RefusalCode, keyId: string | null, details?: Record<string, string | number>) => {
      const answer = problem(c as unknown as Context<ApiEnv>, code, details);
      if (answer.status === 401) answer.headers.set("www-authenticate", 'Bearer realm="Patchbay"');
      if (keyId) countKeyCall(deps, keyId, "rest", answer.status, performance.now() - startedAt);
      return answer;
    };
    if (text === null) return refuse("key_missing", null);
    const verdict = await desk.find(text, c.get("clientAddress"));
    if (!verdict.ok) return refuse(KEY_REFUSAL_CODES[verdict.why], verdict.keyId);
    const { key } = verdict;
    const allowance = await takeKeyCall(deps, key);
    sayLimit(c, allowance);
    if (!allowance.allowed)
      return refuse("rate_limited", key.id, { retryAfterSeconds: allowance.resetSeconds });
    if (scope && !key.scopes.has(scope)) return refuse("scope_missing", key.id, { scope });
    c.set("apiKey", key);
    c.set("actor", {
      ...key.actor,
      door: "rest",
      ipAddress: c.get("clientAddress"),
      requestId: c.get("requestId"),
    });
    await next();
    countKeyCall(deps, key.id, "rest", c.res.status, performance.now() - startedAt);
  });
}
