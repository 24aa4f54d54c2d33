import { resolvePending } from "@/lib/domain/numbers/commands/resolve-pending";
import type { JobDefinition } from "../job";

/** Finds out what became of purchases whose answer was lost. */
export const resolvePendingJob: JobDefinition = {
  name: "resolve-pending",
  everyMs: 2_000,
  run: resolvePending,
};
