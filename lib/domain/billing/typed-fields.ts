import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";

const MAX_REASON = 400;

/** "25.00": at most two fraction digits. Messages are refusal codes: the form shows the sentence of the code. */
export const amount = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:\.\d+)?$/, "amount_invalid")
  .regex(/^\d+(?:\.\d{1,2})?$/, "amount_too_fine")
  .transform((text) => parseDecimal(text) ?? 0n)
  .refine((micros) => micros > 0n, "amount_invalid");

/** Made once when the form is drawn; a repetition with the same key starts nothing new. */
export const key = z.string().trim().min(8).max(100);
export const reason = z.string().trim().min(3).max(MAX_REASON);
