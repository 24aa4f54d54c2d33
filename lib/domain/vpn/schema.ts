import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";

const MAX_REASON = 400;

const price = z
  .string()
  .trim()
  .regex(/^\d{1,6}(?:\.\d{1,2})?$/, "amount_invalid")
  .transform((text) => parseDecimal(text) ?? 0n);
const name = z.string().trim().min(1).max(80);
const feature = z.string().trim().min(1).max(120);
const features = z.array(feature).max(12).default([]);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const key = z.string().trim().min(8).max(100);
const reason = z.string().trim().min(3).max(MAX_REASON);
const protocol = z.enum(["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"]);
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[^\s/?#@\\]+$/);

/** What a plan offers. Whole GB of 1024^3 bytes; null is unlimited. */
export const planSchema = z
  .object({
    tier: z
      .string()
      .trim()
      .regex(/^[a-z0-9-]{1,40}$/),
    name,
    nameFa: name,
    namePt: name,
    price,
    /** Whole Toman; empty follows the rate. */
    priceToman: z
      .string()
      .trim()
      .regex(/^\d{0,12}$/, "amount_invalid")
      .transform((text) => (text === "" ? null : BigInt(text))),
    durationDays: z.coerce.number().int().min(1).max(3660),
    trafficGb: z.coerce.number().int().min(1).max(1_000_000).nullable(),
    maxDevices: z.coerce.number().int().min(1).max(1000),
    features,
    featuresFa: features,
    featuresPt: features,
    protocols: z.array(protocol).min(1),
    countryCodes: z.array(countryCode).max(60).default([]),
    isTrial: z.boolean(),
    isActive: z.boolean(),
    sort: z.coerce.number().int().min(0).max(10_000).default(0),
  })
  .refine((plan) => !plan.isTrial || plan.price === 0n, { path: ["price"], message: "amount_invalid" })
  .refine((plan) => plan.isTrial || plan.price > 0n, { path: ["price"], message: "amount_invalid" });

export const revisePlanSchema = z.object({
  planId: z.uuid(),
  version: z.coerce.number().int(),
  plan: planSchema,
});

export const buyPlanSchema = z.object({
  planId: z.uuid(),
  key,
  /** What the buyer was shown; a plan that costs more by now is refused. */
  expectedPriceMicros: z.coerce.bigint().optional(),
  isAutoRenew: z.boolean().default(false),
});
export const renewSchema = z.object({ subscriptionId: z.uuid(), key });
export const upgradeSchema = z.object({ subscriptionId: z.uuid(), planId: z.uuid(), key });
export const subscriptionIdSchema = z.object({ subscriptionId: z.uuid() });
export const autoRenewSchema = z.object({ subscriptionId: z.uuid(), isOn: z.boolean() });
export const staffDecisionSchema = z.object({ subscriptionId: z.uuid(), reason });
export const extendSchema = z.object({
  subscriptionId: z.uuid(),
  days: z.coerce.number().int().min(0).max(3660),
  trafficGb: z.coerce.number().int().min(0).max(1_000_000),
  reason,
});

export const serverSchema = z.object({
  name,
  location: name,
  locationFa: z.string().trim().max(80).default(""),
  locationPt: z.string().trim().max(80).default(""),
  countryCode,
  domain: host,
  maxUsers: z.coerce.number().int().min(0).max(10_000_000),
  multiplier: z.coerce.number().int().min(0).max(1000).default(100),
  sort: z.coerce.number().int().min(0).max(10_000).default(0),
  panelId: z.uuid(),
  inbounds: z.array(inboundTemplateSchema).min(1).max(20),
});

export type PlanInput = z.infer<typeof planSchema>;
export type BuyPlanInput = z.infer<typeof buyPlanSchema>;
export type RenewInput = z.infer<typeof renewSchema>;
export type UpgradeInput = z.infer<typeof upgradeSchema>;
export type ServerInput = z.infer<typeof serverSchema>;
