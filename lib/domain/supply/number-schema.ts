import { z } from "zod";
import { latinDigits } from "@/lib/domain/kernel/latin-digits";

export const E164 = /^\+[1-9][0-9]{6,14}$/;
/** "+55 (11) 9..." in any of the digits -> "+55119...". */
export function plainNumber(text: string): string {
  return latinDigits(text).replace(/[\s().-]/g, "");
}

/** Ids of one bulk action: what a page can show. */
const MAX_IDS = 200;

export const addNumberSchema = z.object({
  number: z.string().trim().transform(plainNumber).pipe(z.string().regex(E164)),
  country: z.string().trim().min(1).max(20),
  operator: z.string().trim().toLowerCase().max(40).default(""),
  areaCode: z
    .string()
    .trim()
    .max(10)
    .transform(latinDigits)
    .pipe(z.string().regex(/^[0-9]*$/))
    .default(""),
  services: z
    .string()
    .max(4_000)
    .transform((text) => [...new Set(text.toLowerCase().split(/[\s,;|،]+/))].filter(Boolean))
    .pipe(z.array(z.string().max(60)).min(1).max(500)),
  provider: z.string().trim().max(60).default(""),
});
export type AddNumberInput = z.infer<typeof addNumberSchema>;

export const switchNumbersSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(MAX_IDS),
  isActive: z.boolean(),
  reason: z.string().trim().max(400).default(""),
});
export type SwitchNumbersInput = z.infer<typeof switchNumbersSchema>;

/** A file's name as it is kept: without what no reader sees. */
export const fileNameSchema = z
  .string()
  .transform((name) => name.replace(/\p{C}/gu, "").trim().slice(0, 200))
  .default("");

export const withdrawImportSchema = z.object({
  importId: z.uuid(),
  /** How many the reader saw that nobody had used. */
  expected: z.coerce.number().int().min(1),
  isMeant: z.literal("yes"),
  reason: z.string().trim().min(3).max(400),
});
export type WithdrawImportInput = z.infer<typeof withdrawImportSchema>;

export const releaseNumberSchema = z.object({
  numberId: z.uuid(),
  reason: z.string().trim().min(3).max(400),
});
