import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Only who knows the secret steers a simulator. */
export function requireSecret(secret: string): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    return isSame(given, secret) ? next() : c.json({ error: "unauthorized" }, 401);
  };
}
