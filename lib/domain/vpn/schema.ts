import { z } from "zod";

const key = z.string().trim().min(8).max(100);
export const buyPlanSchema = z.object({
  planId: z.uuid(),
  key,
  /** What the buyer was shown; a plan that costs more by now is refused. */
  expectedPriceMicros: z.coerce.bigint().optional(),
  isAutoRenew: z.boolean().default(false),
});
export const renewSchema = z.object({ subscriptionId: z.uuid(), key });
export const upgradeSchema = z.object({ subscriptionId: z.uuid(), planId: z.uuid(), key });
export type BuyPlanInput = z.infer<typeof buyPlanSchema>;
export type RenewInput = z.infer<typeof renewSchema>;
export type UpgradeInput = z.infer<typeof upgradeSchema>;
