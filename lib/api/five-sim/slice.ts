import type { Context } from "hono";

const WHOLE = /^[0-9]{1,9}$/;
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1_000;

export interface AskedSlice {
  limit: number;
  offset: number;
  direction: "asc" | "desc";
}

/**
 * `limit`, `offset`, `order` (only "id" is known) and `reverse` of a list; null when they cannot be read. The newest come
 * first unless `reverse` is "false".
 */
export function readSlice(c: Context): AskedSlice | null {
  const limit = c.req.query("limit") ?? String(DEFAULT_LIMIT);
  const offset = c.req.query("offset") ?? "0";
  const order = c.req.query("order") ?? "id";
  if (!WHOLE.test(limit) || !WHOLE.test(offset) || order.toLowerCase() !== "id") return null;
  return {
    limit: Math.min(Number(limit), MAX_LIMIT),
    offset: Number(offset),
    direction: c.req.query("reverse") === "false" ? "asc" : "desc",
  };
}
