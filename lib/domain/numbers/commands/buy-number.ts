import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import { noteSoldOut } from "@/lib/domain/supply/commands/save-supplier-offers";
import type { BuyAnswer } from "@/lib/domain/supply/ports";
import { getProviderTerms } from "@/lib/domain/supply/queries";
import type { NumbersDeps } from "../ports";
import { activateBought } from "./activate-bought";
import type { AllocateInput } from "./allocate-number";
import { upstreamOf } from "./ask-to-close";
import type { ConnectableOrder } from "./connect-order";

export interface Purchase {
  order: ConnectableOrder;
  shelf: Omit<AllocateInput, "orderId">;
  maxCostMicros: bigint;
}

/** "next": nothing was bought here. "done": it is active. "unknown": nobody knows yet. */
export type Bought = "done" | "next" | "unknown";

/** A supplier that keeps selling us numbers that cannot be used is asked this often. */
const MAX_NUMBERS = 3;

async function buy(
  deps: NumbersDeps,
  { order, shelf, maxCostMicros }: Purchase,
  attempt: number,
): Promise<BuyAnswer> {
  const terms = await getProviderTerms(deps, shelf.providerId);
  try {
    return await upstreamOf(deps, terms).buy({
      orderId: order.id,
      orderNumber: order.number,
      attempt,
      serviceCode: order.service.code,
      countryLegacyId: order.country.legacyId,
      ...(order.operator ? { operator: order.operator.code } : {}),
      ...(order.exceptPrefixes.length > 0 ? { exceptPrefixes: order.exceptPrefixes } : {}),
      maxCostMicros,
    });
  } catch (error) {
    // An adapter that throws has said nothing about whether it bought.
    return { kind: "unknown", error: error instanceof Error ? error.message : "the adapter failed" };
  }
}

/**
 * Buys a number from a supplier, under a cost cap, with the hold already placed. An answer that timed out is unknown and
 * never repeated. A number that was used for this service before is given back and another one asked for.
 */
export async function buyNumber(deps: NumbersDeps, purchase: Purchase): Promise<Bought> {
  const { order, shelf } = purchase;
  const terms = await getProviderTerms(deps, shelf.providerId);
  for (let attempt = 1; attempt <= MAX_NUMBERS; attempt += 1) {
    const answer = await buy(deps, purchase, attempt);
    deps.log.info(
      { orderId: order.id, provider: terms.code, answer: answer.kind },
      "asked a supplier for a number",
    );
    switch (answer.kind) {
      case "unknown":
        await recordProviderFailure(deps, terms, answer.error);
        return "unknown";
      case "no_numbers":
        await recordProviderOk(deps, terms.id);
        // Where some prefixes were not wanted, others may be there.
        if (order.exceptPrefixes.length === 0) await noteSoldOut(deps, shelf);
        return "next";
      case "refused":
        // Retryable: the supplier as a whole is in trouble (dead, no balance there). Otherwise it does not sell this.
        if (answer.retryable) await recordProviderFailure(deps, terms, answer.reason);
        else await noteSoldOut(deps, shelf);
        return "next";
      case "bought": {
        // The customer gets the number at the agreed price; a supplier that ignores the cap rests like one that fails.
        if (answer.costMicros > purchase.maxCostMicros) {
          await recordProviderFailure(deps, terms, "charged more than the cap");
        } else {
          await recordProviderOk(deps, terms.id);
        }
        const activated = await activateBought(deps, { orderId: order.id, ...shelf }, terms, answer);
        if (activated !== "unusable") return "done";
      }
    }
  }
  return "next";
}
