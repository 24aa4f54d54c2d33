import { z } from "zod";
import { MICROS_PER_UNIT, parseDecimal } from "@/lib/domain/kernel/money";

/** The most that one top-up or grant may move: 10,000 USD. */
export const MAX_MOVE_MICROS = 10_000n * MICROS_PER_UNIT;
export const MAX_REASON_LENGTH = 400;

const SIGNED_AMOUNT = /^-?\d{1,9}(?:\.\d{1,2})?$/;

/** Messages are refusal codes: the form shows the sentence of the code. */
function amount(pattern: RegExp) {
  return z
    .string()
    .trim()
    .regex(pattern, "amount_invalid")
    .transform((text) => parseDecimal(text) ?? 0n)
    .refine((micros) => micros !== 0n, "amount_invalid")
    .refine((micros) => micros <= MAX_MOVE_MICROS && micros >= -MAX_MOVE_MICROS, "amount_too_large");
}

/** Made once when the form is drawn; a repetition with the same key moves nothing. */
const key = z.string().trim().min(8).max(100);

/** An admin's grant, or with a minus the taking back of one. */
export const grantSchema = z
  .object({
    userId: z.uuid(),
    amount: amount(SIGNED_AMOUNT),
    reason: z.string().trim().min(3).max(MAX_REASON_LENGTH),
    mayOwe: z.boolean().optional(),
    key,
    /** The balances that the preview was reckoned from: others are refused. */
    seen: z.string().max(60).optional(),
  })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

/** The same before it is posted. */
export const previewSchema = z
  .object({ userId: z.uuid(), amount: amount(SIGNED_AMOUNT), mayOwe: z.boolean().optional() })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

export const WALLET_LINE_TYPES = [
  "DEPOSIT",
  "WITHDRAWAL",
  "PURCHASE",
  "REFUND",
  "SMS_SENT",
  "SMS_RECEIVED",
  "ADJUSTMENT",
] as const;
export const WALLET_LINE_STATUSES = ["PENDING", "COMPLETED", "FAILED"] as const;

export const MAX_PAGE_SIZE = 100;

/** Which lines of the statement: pages count from 1. */
export const walletLinesSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(25),
  type: z.enum(WALLET_LINE_TYPES).optional(),
  status: z.enum(WALLET_LINE_STATUSES).optional(),
});
