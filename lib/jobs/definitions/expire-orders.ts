import { expireOrders } from "@/lib/domain/numbers/commands/expire-orders";
import type { JobDefinition } from "../job";

/** Ends what is over: refunds within seconds of the window's end. */
export const expireOrdersJob: JobDefinition = { name: "expire-orders", everyMs: 1_000, run: expireOrders };
