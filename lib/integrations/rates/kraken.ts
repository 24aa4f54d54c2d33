import { z } from "zod";
import type { RateSource } from "@/lib/domain/crypto-payments/ports";
import { rateSchema } from "@/lib/domain/crypto-payments/schema";
import type { CryptoAsset } from "@/lib/domain/crypto-payments/types";
import { expectJson, isUnanswered } from "@/lib/integrations/paced-http/expect-json";
import { createPacedClient, type PacedClientOptions } from "@/lib/integrations/paced-http/paced-client";

export interface RateSourceOptions extends PacedClientOptions {
  /** Business time. */
  now: () => Date;
}

const PAIRS: Record<CryptoAsset, string> = { BTC: "XBTUSD", USDT: "USDTUSD" };

/** The answer names the pair in its own way (XBTUSD is XXBTZUSD there); c is [price of the last trade, volume]. */
const tickerShape = z.object({
  error: z.array(z.string()).length(0),
  result: z.record(z.string(), z.object({ c: z.tuple([rateSchema], z.unknown()) })),
});

/** Kraken's public ticker, `/0/public/Ticker?pair=XBTUSD`: prices are strings, without a time. */
export function createKrakenRates(options: RateSourceOptions): RateSource {
  const client = createPacedClient(options);
  const name = "kraken";
  return {
    name,
    assets: ["BTC", "USDT"],
    async read(asset) {
      try {
        const answer = await client.get("/0/public/Ticker", { pair: PAIRS[asset] });
        const ticker = expectJson(answer, tickerShape, "ticker");
        const [pair, ...others] = Object.values(ticker?.result ?? {});
        if (!pair || others.length > 0) {
          return { kind: "unavailable", source: name, error: "ticker: no price", retryAt: null };
        }
        // The body tells no time; a cache on the way does.
        const ageMs = answer.kind === "ok" ? answer.ageMs : 0;
        const observedAt = new Date(options.now().getTime() - ageMs);
        return { kind: "ok", reading: { source: name, rate: pair.c[0], observedAt } };
      } catch (error) {
        if (isUnanswered(error)) return { ...error, source: name };
        throw error;
      }
    },
  };
}
