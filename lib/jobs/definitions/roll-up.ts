import { rollUpOrders } from "@/lib/domain/overview/commands/roll-up-orders";
import { rollUpUsers } from "@/lib/domain/overview/commands/roll-up-users";
import type { JobDefinition } from "../job";

/** The days' sums that the overview reads. */
export const rollUpJob: JobDefinition = {
  name: "roll-up",
  everyMs: 15_000,
  firstAfterMs: 8_000,
  run: async (deps) => (await rollUpOrders(deps)) + (await rollUpUsers(deps)),
};
