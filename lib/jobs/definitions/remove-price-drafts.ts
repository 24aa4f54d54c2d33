import { removeOldDrafts } from "@/lib/domain/catalog/commands/remove-old-drafts";
import type { JobDefinition } from "../job";

const HOUR_MS = 3_600_000;

/** Previews of bulk price changes that nobody applied are kept for 7 days. */
export const removePriceDraftsJob: JobDefinition = {
  name: "remove-price-drafts",
  everyMs: HOUR_MS,
  run: (deps) => removeOldDrafts(deps),
};
