import { z } from "zod";
import { canonicalRange } from "./address-range";
import { DEFAULT_RATE_LIMIT, HANDLER_ERRORS, KEY_MODES, MAX_RATE_LIMIT, SCOPES } from "./vocabulary";

export const keyIdSchema = z.uuid();

const MAX_RANGES = 50;
const MAX_PRICE_LIMITS = 100;
const price = z.bigint().min(0n).max(1_000_000_000_000n);

/** Slug ("whatsapp") or protocol code ("wa"). */
const serviceName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u);

/** "203.0.113.7, 10.0.0.0/8": each stored as its network and bits. */
const ranges = z
  .array(
    z
      .string()
      .trim()
      .max(60)
      .transform((text, context) => {
        const range = canonicalRange(text);
        if (range !== null) return range;
        context.addIssue({ code: "custom", message: "not an address or a CIDR range" });
        return z.NEVER;
      }),
  )
  .max(MAX_RANGES)
  .transform((list) => [...new Set(list)]);

/** What can be changed of a key that lives. */
export const keySettingsSchema = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length),
  rateLimit: z.number().int().min(1).max(MAX_RATE_LIMIT).default(DEFAULT_RATE_LIMIT),
  ipRestrictions: ranges.default([]),
  maxPriceMicros: price.nullable().default(null),
  priceLimits: z
    .array(z.object({ service: serviceName, maxPriceMicros: price }))
    .max(MAX_PRICE_LIMITS)
    .default([]),
  handlerErrors: z.enum(HANDLER_ERRORS).default("VANILLA"),
  numbersStatusSuffix: z.boolean().default(false),
});
export type KeySettings = z.input<typeof keySettingsSchema>;

export const createKeySchema = keySettingsSchema.extend({
  projectId: z.uuid().nullable().default(null),
  mode: z.enum(KEY_MODES),
  /** Days until it stops working; none: never. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable().default(null),
});
export type CreateKeyInput = z.input<typeof createKeySchema>;

/** How long the old key goes on beside the new one. */
export const OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;

export const rotateKeySchema = z.object({
  keyId: keyIdSchema,
  overlapHours: z.union(OVERLAP_HOURS.map((hours) => z.literal(hours))),
});
export type RotateKeyInput = z.input<typeof rotateKeySchema>;

export const userLimitSchema = z.object({
  userId: z.uuid(),
  rateLimit: z.number().int().min(1).max(100_000).nullable(),
  maxKeys: z.number().int().min(0).max(1_000).nullable(),
  isBlocked: z.boolean(),
  reason: z.string().trim().min(3).max(500),
});
export type UserLimitInput = z.input<typeof userLimitSchema>;
