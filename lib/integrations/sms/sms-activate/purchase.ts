import type { BuyAnswer } from "@/lib/domain/supply/ports";
import { amountMicros } from "./amount";
import { meaningOf, plainWord } from "./answers";
import { parseJson, purchaseShape } from "./shapes";
import type { WireAnswer } from "./transport";

function notUnderstood(status: number): BuyAnswer {
  return { kind: "unknown", error: `not understood (HTTP ${status})` };
}

/** From here on the supplier itself has failed: whatever it says, it may have sold before that. */
const SERVER_FAILURE = 500;

/** What getNumberV2 or getNumber answered. null: this upstream does not offer the action, the older one may be tried. */
export function readPurchase(answer: WireAnswer, maxCostMicros: bigint): BuyAnswer | null {
  if (answer.kind === "not_sent") return { kind: "refused", reason: answer.error, retryable: true };
  if (answer.kind === "lost") return { kind: "unknown", error: answer.error };
  const shaped = purchaseShape.safeParse(parseJson(answer.text));
  if (shaped.success) {
    const { activationId, phoneNumber, activationCost, activationOperator } = shaped.data;
    const costMicros = amountMicros(activationCost);
    if (costMicros === null) return { kind: "unknown", error: "the cost is no amount" };
    return {
      kind: "bought",
      upstreamOrderId: activationId,
      phoneE164: `+${phoneNumber}`,
      costMicros,
      operator: activationOperator ?? undefined,
    };
  }
  const plain = /^ACCESS_NUMBER:(\d+):\+?(\d+)$/.exec(answer.text);
  // The old form names no price: what we allowed is what it may have cost.
  if (plain?.[1] && plain[2]) {
    return {
      kind: "bought",
      upstreamOrderId: plain[1],
      phoneE164: `+${plain[2]}`,
      costMicros: maxCostMicros,
    };
  }
  if (answer.status >= SERVER_FAILURE) return notUnderstood(answer.status);
  switch (meaningOf(answer.text)) {
    case "no_numbers":
      return { kind: "no_numbers" };
    case "refused":
      return { kind: "refused", reason: plainWord(answer.text), retryable: false };
    case "refused_retryable":
      return { kind: "refused", reason: plainWord(answer.text), retryable: true };
    case "not_offered":
      return null;
    case "already_exists":
      return { kind: "unknown", error: "the order exists already" };
    default:
      // An HTTP error, a page of a proxy: something may have been bought.
      return notUnderstood(answer.status);
  }
}
