import { z } from "zod";
import type { RateSource } from "@/lib/domain/crypto-payments/ports";
import { rateSchema } from "@/lib/domain/crypto-payments/schema";
import { expectJson, isUnanswered } from "@/lib/integrations/paced-http/expect-json";
import { createPacedClient } from "@/lib/integrations/paced-http/paced-client";
import type { RateSourceOptions } from "./kraken";

/** Seconds since 1970, and one number for each currency. */
const pricesShape = z.object({ time: z.number().int().positive(), USD: z.number().positive() });

/** A number as it is written: parsing it would make it a float. Null unless the field is there exactly once. */
function writtenNumber(json: string, field: string): string | null {
  const found = [...json.matchAll(new RegExp(`"${field}"\\s*:\\s*(\\d+(?:\\.\\d+)?)\\s*[,}]`, "g"))];
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

/**
 * Bitcoin's price by mempool, `<base>/v1/prices`, with the time it was made. A mempool of one's own makes it once an hour
 * unless PRICE_UPDATES_PER_HOUR says otherwise; for a price that may be locked it takes twelve.
 */
export function createMempoolRates(options: RateSourceOptions): RateSource {
  const client = createPacedClient(options);
  const name = "mempool";
  return {
    name,
    assets: ["BTC"],
    async read(asset) {
      if (asset !== "BTC")
        return { kind: "unavailable", source: name, error: "tells BTC only", retryAt: null };
      try {
        const answer = await client.get("/v1/prices");
        const prices = expectJson(answer, pricesShape, "prices");
        const text = answer.kind === "ok" ? writtenNumber(answer.text, "USD") : null;
        const rate = rateSchema.safeParse(text);
        if (!prices || !rate.success)
          return { kind: "unavailable", source: name, error: "prices: no price", retryAt: null };
        return {
          kind: "ok",
          reading: { source: name, rate: rate.data, observedAt: new Date(prices.time * 1_000) },
        };
      } catch (error) {
        if (isUnanswered(error)) return { ...error, source: name };
        throw error;
      }
    },
  };
}
