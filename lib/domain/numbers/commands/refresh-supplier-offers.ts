import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import { listStalestOperators, saveOperatorStock } from "@/lib/domain/supply/commands/save-operator-stock";
import { saveProviderBalance, saveSupplierOffers } from "@/lib/domain/supply/commands/save-supplier-offers";
import type { SmsProvider } from "@/lib/domain/supply/ports";
import { listUpstreamProviders } from "@/lib/domain/supply/queries";
import type { NumbersDeps } from "../ports";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { workInParallel } from "./work-in-parallel";

const ANSWER_MS = 15_000;

/** So many operators are asked about in one round: the protocol answers for one operator of one country at a time. */
const OPERATORS_A_ROUND = 20;

/** Stock by operator, the longest unseen first. A supplier that does not sell by operator is left alone. */
async function refreshOperators(deps: NumbersDeps, providerId: string, upstream: SmsProvider): Promise<void> {
  const sold = await answerWithin(upstream.operators(), ANSWER_MS);
  if (sold.kind === "unavailable") return;
  for (const shelf of await listStalestOperators(deps, providerId, sold.countries, OPERATORS_A_ROUND)) {
    const stock = await answerWithin(
      upstream.operatorStock(shelf.countryLegacyId, shelf.operator),
      ANSWER_MS,
    );
    if (stock.kind === "unavailable") return;
    await saveOperatorStock(deps, providerId, shelf, stock.counts);
  }
}

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
    await refreshOperators(deps, terms.id, upstream);
  });
  return count;
}
