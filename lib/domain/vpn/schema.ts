import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { inboundTemplateSchema } from "@/lib/domain/vpn-links/schema";

const key = z.string().trim().min(8).max(100);

export const buyPlanSchema = z.object({
  planId: z.uuid(),
  key,
  /** What the buyer was shown; a plan that costs more by now is refused. */
  expectedPriceMicros: z.coerce.bigint().optional(),
  isAutoRenew: z.boolean().default(false),
});
export const renewSchema = z.object({
  subscriptionId: z.uuid(),
  /** The version whose terms were shown; where others are sold by now the renewal is refused. */
  planId: z.uuid().optional(),
  key,
});
export const upgradeSchema = z.object({ subscriptionId: z.uuid(), planId: z.uuid(), key });
export const planInvoiceSchema = z.object({
  planId: z.uuid(),
  /** One that is renewed or changed; missing for a new one. */
  subscriptionId: z.uuid().optional(),
  method: z.enum(["CARD", "PIX", "CHECKOUT_PRO", "CRYPTO_USDT", "CRYPTO_BTC"]),
  key,
});
export type PlanInvoiceInput = z.infer<typeof planInvoiceSchema>;
export type BuyPlanInput = z.infer<typeof buyPlanSchema>;
export type RenewInput = z.infer<typeof renewSchema>;
export type UpgradeInput = z.infer<typeof upgradeSchema>;

const MAX_REASON = 400;

const price = z
  .string()
  .trim()
  .regex(/^\d{1,6}(?:\.\d{1,2})?$/, "amount_invalid")
  .transform((text) => parseDecimal(text) ?? 0n);
const name = z.string().trim().min(1).max(80);
const feature = z.string().trim().min(1).max(120);
const features = z.array(feature).max(12).default([]);
const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/);
const reason = z.string().trim().min(3).max(MAX_REASON);
const protocol = z.enum(["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"]);
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[^\s/?#@\\]+$/);

/** What a plan offers. Whole GB of 1024^3 bytes; null is unlimited. */
const planSchema = z
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

/** A new plan, or what an existing one should be from now on. */
export const savePlanSchema = z.object({
  /** Missing: a new plan. */
  planId: z.uuid().optional(),
  version: z.coerce.number().int().default(0),
  plan: planSchema,
  /** It is put on the shelf although no server serves it, or some of its countries. */
  leadsNowhere: z.boolean().default(false),
});

export const staffDecisionSchema = z.object({ subscriptionId: z.uuid(), reason });
/** The most that staff adds at once. */
export const MOST_ADDED = { days: 3660, trafficGb: 1_000_000 } as const;
export const extendSchema = z.object({
  subscriptionId: z.uuid(),
  days: z.coerce.number().int().min(0).max(MOST_ADDED.days),
  trafficGb: z.coerce.number().int().min(0).max(MOST_ADDED.trafficGb),
  reason,
});

export const moveSchema = z.object({
  subscriptionId: z.uuid(),
  fromServerId: z.uuid(),
  toServerId: z.uuid(),
  reason,
});

const json = z
  .string()
  .trim()
  .max(10_000)
  .transform((text, context) => {
    if (text === "") return null;
    try {
      const value: unknown = JSON.parse(text);
      if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
    } catch {
      // Told below, like any other text that is no object.
    }
    context.addIssue({ code: "custom", message: "json" });
    return z.NEVER;
  });

/** A panel or an own node. Credentials and options are JSON objects, whose shape its adapter checks. */
export const savePanelSchema = z.object({
  panelId: z.uuid().optional(),
  version: z.coerce.number().int().default(0),
  name,
  kind: z.enum(["HIDDIFY", "MARZBAN", "THREE_X_UI", "REMNAWAVE", "XRAY", "WIREGUARD"]),
  url: z.string().trim().min(1).max(300),
  /** Empty: what is stored stays. */
  credentials: json.default(null),
  options: json.default(null),
  isActive: z.boolean().default(true),
  /** Another kind or address although accounts are on it: they are made anew there. */
  movesAccounts: z.boolean().default(false),
});

const serverSchema = z.object({
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
  inbounds: z.array(inboundTemplateSchema).max(20),
  /** Tags of stored inbounds that fit no template any more: they stay as they are until somebody mends them. */
  kept: z.array(z.string().max(80)).max(20).default([]),
});

export const saveServerSchema = z.object({
  serverId: z.uuid().optional(),
  version: z.coerce.number().int().default(0),
  server: serverSchema.refine(({ inbounds, kept }) => inbounds.length + kept.length > 0, {
    path: ["inbounds"],
    message: "too_few",
  }),
});

export const serverStatusSchema = z.object({
  serverId: z.uuid(),
  version: z.coerce.number().int(),
  status: z.enum(["ONLINE", "OFFLINE", "MAINTENANCE"]),
  /** In maintenance: people are moved to other locations of their plan. */
  isDraining: z.boolean().default(false),
  /** Why one that was never open is opened although its checklist is not complete. */
  reason: z
    .string()
    .trim()
    .max(MAX_REASON)
    .refine((text) => text === "" || text.length >= 3)
    .default(""),
});

export type SavePlanInput = z.infer<typeof savePlanSchema>;
export type PlanInput = z.infer<typeof planSchema>;
export type SavePanelInput = z.infer<typeof savePanelSchema>;
export type ServerInput = z.infer<typeof serverSchema>;
export type SaveServerInput = z.infer<typeof saveServerSchema>;
export type ServerStatusInput = z.infer<typeof serverStatusSchema>;
export type StaffDecisionInput = z.infer<typeof staffDecisionSchema>;
export type ExtendInput = z.infer<typeof extendSchema>;
export type MoveInput = z.infer<typeof moveSchema>;
