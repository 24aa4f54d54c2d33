import { removeOldCalls } from "@/lib/domain/supply/commands/save-provider-calls";
import type { JobDefinition } from "../job";

const HOUR_MS = 3_600_000;

/** The transcript of suppliers is kept for 30 days. */
export const removeProviderCallsJob: JobDefinition = {
  name: "remove-provider-calls",
  everyMs: HOUR_MS,
  firstAfterMs: 60_000,
  run: (deps) => removeOldCalls(deps),
};
