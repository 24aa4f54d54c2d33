import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";

export const PRICE_MODES = ["set", "percent", "fixed", "margin", "none"] as const;
export type PriceMode = (typeof PRICE_MODES)[number];
export const ROUNDINGS = ["none", "cent", "x9"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** What must be confirmed before a price is changed. */
export const PRICE_WARNINGS = [
  "below_cost",
  "under_discount",
  "jump_10x_up",
  "jump_10x_down",
  "jump_50_up",
  "jump_50_down",
] as const;
export type PriceWarning = (typeof PRICE_WARNINGS)[number];

const CENT = MICROS_PER_UNIT / 100n;
const DIME = 10n * CENT;
/** Percentages have two decimals: 12.34 % is 1234. */
const PERCENT_SCALE = 10_000n;
export const MAX_PRICE_MICROS = 10_000n * MICROS_PER_UNIT;

interface PriceStep {
  mode: PriceMode;
  /** Micro-units for set and fixed; hundredths of a percent for percent and margin. */
  amount: bigint;
  rounding: Rounding;
}

/** 0.31 and 0.39 -> 0.39: the last cent of its ten. Never lower than the price itself. */
function roundUpToNine(micros: bigint): bigint {
  const nine = (micros / DIME) * DIME + 9n * CENT;
  return nine >= micros ? nine : nine + DIME;
}

/** 0.3855 -> 0.39: up to the next whole cent. Never lower than the price itself. */
function roundUpToCent(micros: bigint): bigint {
  return ((micros + CENT - 1n) / CENT) * CENT;
}

const ROUND: Record<Rounding, (micros: bigint) => bigint> = {
  none: (micros) => micros,
  cent: roundUpToCent,
  x9: roundUpToNine,
};

function stepped({ mode, amount }: PriceStep, current: bigint, cost: bigint | null): bigint | null {
  if (mode === "set") return amount;
  if (mode === "fixed") return current + amount;
  if (mode === "none") return current;
  const base = mode === "margin" ? cost : current;
  return base === null ? null : (base * (PERCENT_SCALE + amount)) / PERCENT_SCALE;
}

export type NewPrice = { to: bigint } | { skipped: "no_cost" | "not_positive" | "too_high" };

/** The price after one step of a bulk change, or why it is left alone. */
export function newPrice(step: PriceStep, current: bigint, cost: bigint | null): NewPrice {
  const raw = stepped(step, current, cost);
  if (raw === null) return { skipped: "no_cost" };
  if (raw <= 0n) return { skipped: "not_positive" };
  const to = ROUND[step.rounding](raw);
  return to > MAX_PRICE_MICROS ? { skipped: "too_high" } : { to };
}

/** The warnings of one change, the gravest first. */
export function priceWarnings(from: bigint, to: bigint, cost: bigint | null): PriceWarning[] {
  const warnings: PriceWarning[] = [];
  if (cost !== null && to < cost) warnings.push("below_cost");
  const rises = from < to;
  const [low, high] = rises ? [from, to] : [to, from];
  if (from > 0n && high >= low * 10n) warnings.push(rises ? "jump_10x_up" : "jump_10x_down");
  else if (from > 0n && (high - low) * 2n > from) warnings.push(rises ? "jump_50_up" : "jump_50_down");
  return warnings;
}

interface PricedOffer {
  price: bigint;
  cost: bigint | null;
  /** The dearest of its quantity discounts, for each number; null without any. */
  quantityPrice: bigint | null;
}

/** The warnings of one line of a bulk change, the gravest first: a discount is one only while it is below the price. */
export function bulkWarnings({ price, cost, quantityPrice }: PricedOffer, to: bigint): PriceWarning[] {
  const warnings = priceWarnings(price, to, cost);
  if (quantityPrice === null || to > quantityPrice) return warnings;
  return warnings[0] === "below_cost"
    ? ["below_cost", "under_discount", ...warnings.slice(1)]
    : ["under_discount", ...warnings];
}

/** What is warned about in a bulk change as a whole: each warning with the number of its lines. */
export function countedWarnings(counts: Record<PriceWarning, number>): string[] {
  return PRICE_WARNINGS.filter((warning) => counts[warning] > 0).map(
    (warning) => `${warning}:${counts[warning]}`,
  );
}

export interface BulkDiscount {
  minQuantity: number;
  pricePerMicros: bigint;
}

/** Quantities rise, prices fall and stay below the single price. Returns the place of the first that does not fit. */
export function discountProblem(discounts: readonly BulkDiscount[], singleMicros: bigint): number | null {
  let last: BulkDiscount = { minQuantity: 1, pricePerMicros: singleMicros };
  for (const [index, discount] of discounts.entries()) {
    if (discount.minQuantity <= last.minQuantity) return index;
    if (discount.pricePerMicros <= 0n || discount.pricePerMicros >= last.pricePerMicros) return index;
    last = discount;
  }
  return null;
}
