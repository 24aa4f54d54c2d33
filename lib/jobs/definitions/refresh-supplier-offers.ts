import { refreshSupplierOffers } from "@/lib/domain/numbers/commands/refresh-supplier-offers";
import type { JobDefinition } from "../job";

/** Stock, cost and balance as the suppliers tell them. */
export const refreshSupplierOffersJob: JobDefinition = {
  name: "refresh-supplier-offers",
  everyMs: 30_000,
  firstAfterMs: 10_000,
  run: refreshSupplierOffers,
};
