import { type Result, refuse } from "@/lib/domain/kernel/result";
import { unitsFor } from "./asset-amount";
import type { CryptoAsset, RateAnswer, RateReading, ScaledRate } from "./types";

const MINUTE = 60_000;

export interface QuoteRules {
  /** Older readings do not count. */
  maxAgeMs: number;
  /** Readings that claim to come from later than this are lies or a wrong clock. */
  maxAheadMs: number;
  /** Largest distance between the lowest and the highest reading, in hundredths of a percent of the lowest. */
  maxSpreadBps: bigint;
  /** How many sources must have told a fresh rate. */
  minimumSources: Record<CryptoAsset, number>;
  /** Where a dollar's coin still counts as a dollar; both ends are inside. */
  peg: { asset: CryptoAsset; lowest: ScaledRate; highest: ScaledRate };
  lockMs: number;
}

/** One exchange tells USDT in dollars; its band is the second look that a second source is for BTC. */
export const QUOTE_RULES: QuoteRules = {
  maxAgeMs: 10 * MINUTE,
  maxAheadMs: 2 * MINUTE,
  maxSpreadBps: 200n,
  minimumSources: { BTC: 2, USDT: 1 },
  peg: { asset: "USDT", lowest: 980_000_000_000n, highest: 1_020_000_000_000n },
  lockMs: 15 * MINUTE,
};

export interface AgreedRate {
  asset: CryptoAsset;
  rate: ScaledRate;
  /** The names of what it was made from, in the order of the alphabet. */
  sources: string[];
  /** The age of the oldest of them. */
  observedAt: Date;
}

export interface Quote extends AgreedRate {
  amountMicros: bigint;
  /** In the asset's smallest unit, rounded up. */
  unitsDue: bigint;
  lockedUntil: Date;
}

export type RateRefusal = "rate_unavailable" | "rate_stale" | "rate_disagrees" | "peg_broken";

function readingsOf(answers: readonly RateAnswer[]): RateReading[] {
  const newest = new Map<string, RateReading>();
  for (const answer of answers) {
    if (answer.kind !== "ok" || answer.reading.rate <= 0n) continue;
    const known = newest.get(answer.reading.source);
    // A source that answers twice is still one source.
    if (!known || known.observedAt < answer.reading.observedAt)
      newest.set(answer.reading.source, answer.reading);
  }
  return [...newest.values()];
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The middle one, or the middle of the two in the middle, rounded down. */
function median(sorted: readonly bigint[]): bigint {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
  return (upper + lower) / 2n;
}

/** One rate out of what the sources said, or why there is none. Nothing old or doubtful ever becomes a price. */
export function agreeOnRate(
  asset: CryptoAsset,
  answers: readonly RateAnswer[],
  now: Date,
  rules: QuoteRules = QUOTE_RULES,
): Result<AgreedRate, RateRefusal> {
  const readings = readingsOf(answers);
  const needed = rules.minimumSources[asset];
  const fresh = readings.filter(({ observedAt }) => {
    const age = now.getTime() - observedAt.getTime();
    return age <= rules.maxAgeMs && age >= -rules.maxAheadMs;
  });
  if (fresh.length < needed || fresh.length === 0) {
    return refuse(readings.length >= needed && readings.length > 0 ? "rate_stale" : "rate_unavailable");
  }
  const sorted = fresh.map(({ rate }) => rate).sort(compare);
  const lowest = sorted[0] ?? 0n;
  const highest = sorted.at(-1) ?? 0n;
  if ((highest - lowest) * 10_000n > rules.maxSpreadBps * lowest) return refuse("rate_disagrees");
  const rate = median(sorted);
  const { peg } = rules;
  if (asset === peg.asset && (rate < peg.lowest || rate > peg.highest)) return refuse("peg_broken");
  return {
    ok: true,
    asset,
    rate,
    sources: fresh.map(({ source }) => source).sort(),
    observedAt: new Date(Math.min(...fresh.map(({ observedAt }) => observedAt.getTime()))),
  };
}

/** What to pay for an amount of USD, and until when it holds. */
export function quote(
  asset: CryptoAsset,
  amountMicros: bigint,
  answers: readonly RateAnswer[],
  now: Date,
  rules: QuoteRules = QUOTE_RULES,
): Result<Quote, RateRefusal | "amount_invalid"> {
  if (amountMicros <= 0n) return refuse("amount_invalid");
  const agreed = agreeOnRate(asset, answers, now, rules);
  if (!agreed.ok) return agreed;
  return {
    ...agreed,
    amountMicros,
    unitsDue: unitsFor(asset, amountMicros, agreed.rate),
    lockedUntil: new Date(now.getTime() + rules.lockMs),
  };
}
