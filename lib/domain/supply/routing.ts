import type { ProviderCandidate } from "./types";

/** What a number may cost us of its price, in per cent: the rest is the margin. */
const MAX_COST_PERCENT = 95n;

/** The most that a supplier may take for a number sold at this price; also the cap sent with every purchase. */
export function costCap(priceMicros: bigint): bigint {
  return (priceMicros * MAX_COST_PERCENT) / 100n;
}

function canServe(candidate: ProviderCandidate, cap: bigint): boolean {
  if (!candidate.isActive || candidate.isPaused || candidate.stock <= 0) return false;
  return candidate.kind === "OWN_STOCK" || (candidate.costMicros !== null && candidate.costMicros <= cap);
}

function compareCost(a: ProviderCandidate, b: ProviderCandidate): number {
  const [left, right] = [a.costMicros ?? 0n, b.costMicros ?? 0n];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whom to ask for a number, in this order: by priority (lower first), then by cost, then by code so that the answer
 * is always the same. Who is off, paused, empty or too dear is not asked.
 */
export function routeOrder(
  candidates: readonly ProviderCandidate[],
  priceMicros: bigint,
): ProviderCandidate[] {
  const cap = costCap(priceMicros);
  return candidates
    .filter((candidate) => canServe(candidate, cap))
    .sort((a, b) => a.priority - b.priority || compareCost(a, b) || (a.code < b.code ? -1 : 1));
}
