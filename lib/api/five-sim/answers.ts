import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { toDecimal } from "@/lib/domain/kernel/money";

/** Plain words: how the protocol tells every error, and with 200 that there is no number. */
export function words(c: Context, status: ContentfulStatusCode, text: string): Response {
  return c.body(text, status, { "content-type": "text/plain; charset=utf-8" });
}

export function json(c: Context, value: unknown): Response {
  return c.body(JSON.stringify(value), 200, { "content-type": "application/json" });
}

/** There is nothing that could be sold: the protocol says it with 200. */
export function noFreePhones(c: Context): Response {
  return words(c, 200, "no free phones");
}

/** An amount as the protocol writes it, a JSON number. Exact up to nine million units, six digits behind the point. */
export function amount(micros: bigint): number {
  return Number(toDecimal(micros));
}

/** A number of 31 bits that stands for a UUID: clients of the protocol expect ids to be whole numbers. */
export function numericId(uuid: string): number {
  return Number.parseInt(uuid.replaceAll("-", "").slice(-8), 16) & 0x7fff_ffff;
}
