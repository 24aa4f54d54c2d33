import { z } from "zod";
import { latinDigits } from "@/lib/domain/kernel/latin-digits";
import { parseTyped, plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { wholeField } from "@/lib/domain/kernel/whole-field";
import { priceField } from "./edit-schema";
import { PRICE_MODES, ROUNDINGS } from "./price-rules";

export const DISCOUNT_ROWS = 5;
const MAX_QUANTITY = 100_000;
/** What 10,000 % is in hundredths. */
const MAX_PERCENT = 1_000_000n;
const TO_HUNDREDTHS = 10_000n;

const reason = z.string().trim().max(400).default("");
/** The warned text that was shown, where somebody confirmed it. */
const confirmed = z.string().max(400).default("");
const checked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** Rows of a quantity and a price; empty ones are left out, half filled ones are not taken. */
function readDiscounts(form: Record<string, unknown>, context: z.RefinementCtx) {
  const discounts: { minQuantity: number; pricePerMicros: bigint }[] = [];
  for (let row = 0; row < DISCOUNT_ROWS; row += 1) {
    const [quantity, price] = [
      String(form[`quantity${row}`] ?? "").trim(),
      String(form[`price${row}`] ?? "").trim(),
    ];
    if (quantity === "" && price === "") continue;
    const micros = parseTyped(price);
    const count = Number(plainDecimal(quantity));
    if (!Number.isInteger(count) || count < 2 || count > MAX_QUANTITY) {
      context.addIssue({ code: "custom", path: [`quantity${row}`], message: "quantity" });
    }
    if (micros === null || micros <= 0n) {
      context.addIssue({ code: "custom", path: [`price${row}`], message: "price" });
    } else discounts.push({ minQuantity: count, pricePerMicros: micros });
  }
  return discounts;
}

export const updateOfferSchema = z
  .looseObject({
    id: z.uuid(),
    version: wholeField(0, Number.MAX_SAFE_INTEGER),
    currentPrice: priceField,
    basePrice: priceField,
    isActive: checked,
    reason,
    confirmed,
  })
  .transform((form, context) => ({
    id: form.id,
    version: form.version,
    currentPriceMicros: form.currentPrice,
    basePriceMicros: form.basePrice,
    isActive: form.isActive,
    reason: form.reason,
    confirmed: form.confirmed,
    bulkDiscounts: readDiscounts(form, context),
  }));
export type UpdateOfferInput = z.infer<typeof updateOfferSchema>;

const optionalPrice = z
  .union([z.literal("").transform(() => null), priceField])
  .optional()
  .transform((value) => value ?? null);

const code = z.string().trim().toLowerCase().min(1).max(60);

export const addOfferSchema = z
  .object({
    service: code,
    country: code.transform(latinDigits),
    /** Empty: any operator. */
    operator: z.string().trim().toLowerCase().max(40).default(""),
    /** Empty: the service's own. */
    currentPrice: optionalPrice,
    confirmed,
  })
  .transform(({ currentPrice, ...offer }) => ({ ...offer, currentPriceMicros: currentPrice }));
export type AddOfferInput = z.infer<typeof addOfferSchema>;

/** "wa, tg" or one on each line. */
const codes = z
  .string()
  .max(4_000)
  .default("")
  .transform((text) => [...new Set(text.toLowerCase().split(/[\s,،;]+/))].filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(500));

export const priceDraftSchema = z
  .object({
    services: codes,
    countries: codes,
    category: z.string().trim().toLowerCase().max(40).default(""),
    minPrice: optionalPrice,
    maxPrice: optionalPrice,
    mode: z.enum(PRICE_MODES),
    amount: z.string().trim().max(20).default(""),
    rounding: z.enum(ROUNDINGS),
  })
  .transform(({ amount, ...spec }, context) => {
    const decimal = spec.mode === "none" ? 0n : parseTyped(amount.replace(/^\+/, ""));
    if (spec.minPrice !== null && spec.maxPrice !== null && spec.minPrice > spec.maxPrice) {
      context.addIssue({ code: "custom", path: ["maxPrice"], message: "range" });
      return z.NEVER;
    }
    const isPercent = spec.mode === "percent" || spec.mode === "margin";
    // Hundredths of a percent, or micro-units.
    const value = decimal !== null && isPercent ? decimal / TO_HUNDREDTHS : decimal;
    const isWrong =
      value === null ||
      (spec.mode === "set" && value <= 0n) ||
      (isPercent && (value > MAX_PERCENT || value <= -TO_HUNDREDTHS));
    if (isWrong) {
      context.addIssue({ code: "custom", path: ["amount"], message: "amount" });
      return z.NEVER;
    }
    if (spec.mode === "none" && spec.rounding === "none") {
      context.addIssue({ code: "custom", path: ["mode"], message: "mode" });
      return z.NEVER;
    }
    return { ...spec, amount: value, amountText: plainDecimal(amount) };
  });
export type PriceDraftInput = z.infer<typeof priceDraftSchema>;

export const applyDraftSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(3).max(400),
  confirmed,
});
export type ApplyDraftInput = z.infer<typeof applyDraftSchema>;

export const rollBackSchema = z.object({ batchId: z.uuid() });
