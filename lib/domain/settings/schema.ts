import { z } from "zod";
import { plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { wholeField } from "@/lib/domain/kernel/whole-field";

const MAX_TEXT = 60_000;

const brand = z.object({
  name: z.string().trim().min(1).max(40),
  /** Where people write for help; empty: nowhere yet. */
  supportEmail: z.union([z.literal(""), z.email().max(200)]),
});

/** A text in each language; empty: the operator has not written it. */
const text = z.object({
  en: z.string().max(MAX_TEXT),
  fa: z.string().max(MAX_TEXT),
  "pt-BR": z.string().max(MAX_TEXT),
});

/** A decimal as it is stored, from what somebody typed in the digits of any of the languages. */
const decimal = (pattern: RegExp) =>
  z.string().transform(plainDecimal).pipe(z.string().regex(pattern, "amount_invalid"));

/** USD with at most two fraction digits. */
export const dollars = decimal(/^\d{1,7}(?:\.\d{1,2})?$/);

/** Who sells, as invoices print it; each is fixed on an invoice when it is made. */
const seller = z.object({
  name: z.string().trim().min(1).max(120),
  /** Lines of the postal address. */
  address: z.string().trim().max(400),
  taxId: z.string().trim().max(60),
  taxName: z.string().trim().max(40),
  /** Contained in the amounts; "0" shows no tax line. */
  taxPercent: decimal(/^\d{1,2}(?:\.\d{1,2})?$/),
});

const limits = z.object({
  /** What a person may bring in within a UTC day, by verification level. */
  topUpPerDay: z.tuple([dollars, dollars, dollars, dollars]),
  withdrawalMinimum: dollars,
  withdrawalPerDay: dollars,
  /** From here on a withdrawal needs two administrators. */
  secondAdminFrom: dollars,
  /** How far below the due amount a crypto payment still counts as paid, in percent. */
  cryptoTolerancePercent: decimal(/^[0-5](?:\.\d{1,2})?$/),
  btcConfirmations: wholeField(1, 12),
  /** From this amount on six confirmations are waited for. */
  btcSixConfirmationsFrom: dollars,
});

/** How much of a currency one USD is: never nothing. */
const rate = (pattern: RegExp) =>
  z.union([z.literal(""), decimal(pattern).refine((text) => /[1-9]/.test(text), "amount_invalid")]);

/** What one USD is shown and charged as; empty: not shown, and ways of paying in it are off. */
const rates = z.object({
  brl: rate(/^\d{1,6}(?:\.\d{1,6})?$/),
  toman: rate(/^\d{1,9}$/),
});

/** Every setting with its shape. A key that is not here does not exist. */
export const SETTINGS = {
  brand,
  "legal.terms": text,
  "legal.privacy": text,
  "legal.acceptable-use": text,
  "legal.imprint": text,
  "billing.seller": seller,
  "billing.limits": limits,
  "billing.rates": rates,
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.infer<(typeof SETTINGS)[Key]>;

export const LEGAL_TEXTS = ["terms", "privacy", "acceptable-use", "imprint"] as const;
export type LegalText = (typeof LEGAL_TEXTS)[number];
