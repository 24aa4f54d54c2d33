import { refreshOfferStatistics } from "@/lib/domain/numbers/commands/refresh-offer-statistics";
import type { JobDefinition } from "../job";

/** Success rates and waits, computed from orders. */
export const refreshOfferStatisticsJob: JobDefinition = {
  name: "refresh-offer-statistics",
  everyMs: 60_000,
  firstAfterMs: 14_000,
  run: refreshOfferStatistics,
};
