import type { PaymentFacts } from "./gateway-payment-state";

export type DisputeWord = "NONE" | "OPEN" | "FUNDS_WITHDRAWN" | "FUNDS_REINSTATED" | "WON" | "LOST";

/** The one word for a payment's disputes, with the dispute that it is about: what is open before what is over. */
export function disputeOf({ disputes }: PaymentFacts): { state: DisputeWord; id: string | null } {
  const known = Object.entries(disputes)
    .map(([id, dispute]) => {
      const { status, withdrawn, reinstated } = dispute;
      if (status === "WON" || status === "LOST")
        return { id, state: status, weight: status === "LOST" ? 2 : 1 };
      if (reinstated) return { id, state: "FUNDS_REINSTATED" as const, weight: 3 };
      return { id, state: withdrawn ? ("FUNDS_WITHDRAWN" as const) : ("OPEN" as const), weight: 4 };
    })
    .sort((left, right) => right.weight - left.weight || (left.id < right.id ? -1 : 1));
  return known[0] ?? { state: "NONE", id: null };
}
