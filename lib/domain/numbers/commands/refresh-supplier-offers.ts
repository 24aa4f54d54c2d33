import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import { saveProviderBalance, saveSupplierOffers } from "@/lib/domain/supply/commands/save-supplier-offers";
import { listUpstreamProviders } from "@/lib/domain/supply/queries";
import type { NumbersDeps } from "../ports";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { workInParallel } from "./work-in-parallel";

const ANSWER_MS = 15_000;

/** Asks every supplier what it has, at what cost, and what our balance there is. Returns how many offers stand. */
export async function refreshSupplierOffers(deps: NumbersDeps): Promise<number> {
  let count = 0;
  await workInParallel(await listUpstreamProviders(deps), 2, async (terms) => {
    const upstream = upstreamOf(deps, terms);
    const catalog = await answerWithin(upstream.catalog(), ANSWER_MS);
    if (catalog.kind === "unavailable") return recordProviderFailure(deps, terms, catalog.error);
    await recordProviderOk(deps, terms.id);
    count += await saveSupplierOffers(deps, terms.id, catalog.offers);
    const balance = await answerWithin(upstream.balance(), ANSWER_MS);
    if (balance.kind === "ok") await saveProviderBalance(deps, terms.id, balance.balanceMicros);
  });
  return count;
}
