export const SOURCES = ["kraken", "mempool"] as const;
export type Source = (typeof SOURCES)[number];
export type PricedAsset = "BTC" | "USDT";

export interface Quote {
  /** US dollars for one, as a decimal. */
  usd: string;
  isStale: boolean;
  /** Each source answers nonsense in its own way. */
  isGarbage: boolean;
}

export interface PriceChange {
  asset: PricedAsset;
  usd?: string;
  isStale?: boolean;
  isGarbage?: boolean;
  /** Both when it is left out; one alone makes them disagree. */
  source?: Source;
}

const START: Record<PricedAsset, string> = { BTC: "97000.00", USDT: "1.0000" };
const STALE_SECONDS = 15 * 60;

/** What two public sources of prices would say. They move only when they are told to. */
export class PriceFeeds {
  private readonly quotes = new Map<string, Quote>();

  constructor(private readonly now: () => number) {}

  quote(source: Source, asset: PricedAsset): Quote {
    return this.quotes.get(`${source}:${asset}`) ?? { usd: START[asset], isStale: false, isGarbage: false };
  }

  set({ asset, usd, isStale = false, isGarbage = false, source }: PriceChange): void {
    for (const each of source ? [source] : SOURCES) {
      const quote = { usd: usd ?? this.quote(each, asset).usd, isStale, isGarbage };
      this.quotes.set(`${each}:${asset}`, quote);
    }
  }

  ageSeconds(source: Source, asset: PricedAsset): number {
    return this.quote(source, asset).isStale ? STALE_SECONDS : 0;
  }

  /** Unix seconds of when a source last heard a price. */
  heardAt(source: Source, asset: PricedAsset): number {
    return Math.floor(this.now() / 1_000) - this.ageSeconds(source, asset);
  }

  reset(): void {
    this.quotes.clear();
  }
}
