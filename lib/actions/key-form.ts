import "server-only";
import { z } from "zod";
import { canonicalRange } from "@/lib/domain/api-keys/address-range";
import { HANDLER_ERRORS, KEY_MODES, MAX_RATE_LIMIT, SCOPES } from "@/lib/domain/api-keys/vocabulary";
import { parseTyped, plainDecimal } from "@/lib/domain/kernel/typed-amount";

const MAX_TEXT = 5_000;

/** An amount as somebody typed it; nothing typed is no limit. */
const amount = z
  .string()
  .max(40)
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const micros = parseTyped(text);
    if (micros !== null && micros >= 0n) return micros;
    context.addIssue({ code: "custom", message: "amount" });
    return z.NEVER;
  });

const lines = (text: string) =>
  text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** One address or range on each line. */
const ranges = z
  .string()
  .max(MAX_TEXT)
  .transform((text, context) => {
    const list = lines(plainDecimalDigits(text));
    if (list.length <= 50 && list.every((line) => canonicalRange(line) !== null)) return list;
    context.addIssue({ code: "custom", message: "range" });
    return z.NEVER;
  });

/** Digits of other scripts as Latin ones; everything else stays. */
function plainDecimalDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => plainDecimal(digit));
}

/** "whatsapp 0.40" on each line. */
const priceLimits = z
  .string()
  .max(MAX_TEXT)
  .transform((text, context) => {
    const limits = text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [service = "", price = "", ...rest] = line.split(/[\s:=]+/);
        const micros = parseTyped(price);
        return micros === null || micros < 0n || rest.length > 0 ? null : { service, maxPriceMicros: micros };
      });
    const good = limits.filter((limit) => limit !== null);
    if (good.length === limits.length && good.length <= 100) return good;
    context.addIssue({ code: "custom", message: "price" });
    return z.NEVER;
  });

const whole = (most: number) =>
  z
    .string()
    .max(20)
    .transform((text) => Number(plainDecimal(text)))
    .pipe(z.number().int().min(1).max(most));

/** What the form of a key sends; each field as it was typed. */
export const keySettingsForm = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length),
  rateLimit: whole(MAX_RATE_LIMIT),
  ipRestrictions: ranges,
  maxPriceMicros: amount,
  priceLimits,
  handlerErrors: z.enum(HANDLER_ERRORS),
  numbersStatusSuffix: z.boolean(),
});

export const newKeyForm = keySettingsForm.extend({
  mode: z.enum(KEY_MODES),
  projectId: z.union([z.uuid(), z.literal("")]).transform((id) => (id === "" ? null : id)),
  expiresInDays: z.union([z.literal(""), whole(3_650)]).transform((days) => (days === "" ? null : days)),
  /** Asked for a live key: it can spend money. */
  currentPassword: z.string().max(1_000),
});

export const projectForm = z.object({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500),
  defaultCountry: z
    .string()
    .max(10)
    .transform((code) => code || null),
  defaultService: z
    .string()
    .max(60)
    .transform((slug) => slug || null),
  areaCode: z
    .string()
    .transform((text) => plainDecimal(text) || null)
    .pipe(
      z
        .string()
        .regex(/^[0-9]{1,8}$/)
        .nullable(),
    ),
  monthlyLimitMicros: amount,
});

const optionalWhole = (least: number, most: number) =>
  z
    .string()
    .max(20)
    .transform((text) => (text.trim() === "" ? null : Number(plainDecimal(text))))
    .pipe(z.number().int().min(least).max(most).nullable());

export const userLimitForm = z.object({
  userId: z.uuid(),
  rateLimit: optionalWhole(1, 100_000),
  maxKeys: optionalWhole(0, 1_000),
  isBlocked: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  reason: z.string().trim().min(3).max(500),
});
