import { watchRefunded } from "@/lib/domain/numbers/commands/watch-refunded";
import type { JobDefinition } from "../job";

/** Keeps an eye on orders that were refunded before the supplier had answered. */
export const watchRefundedJob: JobDefinition = { name: "watch-refunded", everyMs: 5_000, run: watchRefunded };
