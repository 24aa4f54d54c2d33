import { z } from "zod";

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

/** Every setting with its shape. A key that is not here does not exist. */
export const SETTINGS = {
  brand,
  "legal.terms": text,
  "legal.privacy": text,
  "legal.acceptable-use": text,
  "legal.imprint": text,
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.infer<(typeof SETTINGS)[Key]>;

export const LEGAL_TEXTS = ["terms", "privacy", "acceptable-use", "imprint"] as const;
export type LegalText = (typeof LEGAL_TEXTS)[number];
