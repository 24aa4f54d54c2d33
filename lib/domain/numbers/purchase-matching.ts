import type { UpstreamActivation } from "@/lib/domain/supply/ports";

/** A purchase whose answer never came. */
export interface UnknownPurchase {
  orderId: string;
  serviceCode: string;
  countryLegacyId: number;
  /** Real time, as the supplier's. */
  askedAt: Date;
}

/** Clocks differ, and a supplier may have begun a little before we wrote it down. */
const TOLERANCE_MS = 300_000;

function couldBe(purchase: UnknownPurchase, activation: UpstreamActivation): boolean {
  if (activation.serviceCode !== purchase.serviceCode) return false;
  if (activation.countryLegacyId !== purchase.countryLegacyId) return false;
  return (
    activation.startedAt === null ||
    activation.startedAt.getTime() >= purchase.askedAt.getTime() - TOLERANCE_MS
  );
}

export type PurchaseMatch =
  | { orderId: string; kind: "found"; activation: UpstreamActivation }
  | { orderId: string; kind: "absent" }
  /** What was found may belong to somebody who is still being served: look again. */
  | { orderId: string; kind: "unclear" };

/**
 * Which activation of the supplier's list belongs to which unknown purchase, oldest first. `orphans` are those that no
 * order of ours has; `inFlight` counts the purchases of the same shelf whose answer may still come, which could be
 * theirs too.
 */
export function matchPurchases(
  purchases: readonly UnknownPurchase[],
  orphans: readonly UpstreamActivation[],
  inFlight: (purchase: UnknownPurchase) => number,
): PurchaseMatch[] {
  const free = new Set(orphans);
  const oldestFirst = [...purchases].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
  return oldestFirst.map((purchase) => {
    const { orderId } = purchase;
    const possible = [...free].filter((activation) => couldBe(purchase, activation));
    const [activation] = possible;
    if (!activation) return { orderId, kind: "absent" };
    if (possible.length <= inFlight(purchase)) return { orderId, kind: "unclear" };
    free.delete(activation);
    return { orderId, kind: "found", activation };
  });
}
