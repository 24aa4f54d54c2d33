import { z } from "zod";
import { amount, key, reason } from "./typed-fields";

export const WITHDRAWAL_METHODS = ["USDT_TRC20", "BTC", "PIX"] as const;
export const WITHDRAWAL_STATUSES = ["REQUESTED", "APPROVED", "PAID", "REFUSED", "CANCELED"] as const;

export const requestWithdrawalSchema = z
  .object({
    method: z.enum(WITHDRAWAL_METHODS),
    destination: z.string().trim().min(4, "destination_invalid").max(140, "destination_invalid"),
    amount,
    key,
  })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

/** As it was typed: what is wrong with it is told for each field. */
export const checkWithdrawalSchema = z.object({
  method: z.enum(WITHDRAWAL_METHODS),
  destination: z.string().max(200),
  amount: z.string().max(100),
});

export const withdrawalIdSchema = z.object({ withdrawalId: z.uuid() });

export const decideWithdrawalSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve"), withdrawalId: z.uuid() }),
  z.object({ decision: z.literal("refuse"), withdrawalId: z.uuid(), note: reason }),
  z.object({
    decision: z.literal("pay"),
    withdrawalId: z.uuid(),
    payoutReference: z.string().trim().min(6).max(200),
  }),
]);
