import { z } from "zod";
import { latinDigits } from "@/lib/domain/kernel/latin-digits";
import { parseTyped } from "@/lib/domain/kernel/typed-amount";
import { wholeField } from "@/lib/domain/kernel/whole-field";

const MAX_PRICE_MICROS = 10_000_000_000n;
const MAX_SORT = 1_000_000;
const MAX_INT = 2_147_483_647;

const version = wholeField(0, MAX_INT);
/** A checkbox: there, or not sent at all. */
const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");
const empty = (text: string) => (text === "" ? null : text);
const optionalText = (max: number) => z.string().trim().max(max).default("").transform(empty);
const sortOrder = wholeField(-MAX_SORT, MAX_SORT);

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** A code that stands for a country today; "XY" and "ZZ" stand for none, "UK" is another way to write "GB". */
function isCountryCode(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === "ZZ") return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && REGIONS.of(code) !== undefined;
}

/** A decimal amount above zero. */
export const priceField = z
  .string()
  .trim()
  .transform((text, context) => {
    const micros = parseTyped(text);
    if (micros !== null && micros > 0n && micros <= MAX_PRICE_MICROS) return micros;
    context.addIssue({ code: "custom", message: "price" });
    return z.NEVER;
  });

/** "wa, واتساپ" or one on each line; each once. */
const wordList = z
  .string()
  .max(4_000)
  .default("")
  .transform((text) => [...new Set(text.split(/[\n,،;]+/).map((word) => word.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(60));

/** What a service is called by people and by the protocols, and where it stands. */
const named = {
  name: z.string().trim().min(1).max(80),
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_]{1,20}$/),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  fiveSimName: optionalText(60),
  category: z
    .string()
    .trim()
    .toLowerCase()
    .max(40)
    .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/),
};

export const addServiceSchema = z.object({ ...named, currentPrice: priceField });
export type AddServiceInput = z.infer<typeof addServiceSchema>;

export const updateServiceSchema = z
  .object({
    id: z.uuid(),
    version,
    ...named,
    description: optionalText(2_000),
    aliases: wordList,
    matchWords: wordList.transform((words) => [...new Set(words.map((word) => word.toLowerCase()))]),
    basePrice: priceField,
    currentPrice: priceField,
    isActive: flag,
    isFreeAllowed: flag,
    freeDailyLimit: wholeField(0, 1_000),
    minVerificationLevel: wholeField(0, 3),
    isProhibited: flag,
    prohibitedReason: optionalText(300),
    sortOrder,
  })
  .refine((service) => !service.isProhibited || service.prohibitedReason !== null, {
    path: ["prohibitedReason"],
    message: "reason",
  });
export type UpdateServiceInput = z.infer<typeof updateServiceSchema>;

export const reviewPolicySchema = z.object({
  id: z.uuid(),
  version,
  decision: z.enum(["confirm", "allow"]),
});
export type ReviewPolicyInput = z.infer<typeof reviewPolicySchema>;

export const moveSchema = z.object({ id: z.uuid(), direction: z.enum(["up", "down"]) });
export type MoveInput = z.infer<typeof moveSchema>;

export const updateCountrySchema = z.object({
  id: z.uuid(),
  version,
  nameEn: z.string().trim().min(1).max(80),
  nameFa: optionalText(80),
  namePtBr: optionalText(80),
  iso2: z.string().trim().toUpperCase().refine(isCountryCode, "iso2"),
  legacyId: wholeField(0, MAX_INT),
  isCanonical: flag,
  fiveSimName: optionalText(60),
  phoneCode: z
    .string()
    .trim()
    .transform(latinDigits)
    .pipe(z.string().regex(/^[1-9][0-9]{0,5}$/)),
  isActive: flag,
  sortOrder,
});
export type UpdateCountryInput = z.infer<typeof updateCountrySchema>;

export const saveOperatorSchema = z.object({
  countryId: z.uuid(),
  /** Empty: a new one. */
  id: z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional(),
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_-]{1,40}$/),
  name: z.string().trim().min(1).max(80),
});
export type SaveOperatorInput = z.infer<typeof saveOperatorSchema>;

export const setIconSchema = z.object({
  id: z.uuid(),
  version,
  target: z.enum(["service", "country"]),
});
export type SetIconTarget = z.infer<typeof setIconSchema>;
