import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { TOP_UP_METHODS } from "./methods";
import { amount, key, reason } from "./typed-fields";

/** A checkbox: a form leaves one out that is not ticked. */
const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

export const startTopUpSchema = z
  .object({ method: z.enum(TOP_UP_METHODS), amount, key })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

export const refundPaymentSchema = z
  .object({ paymentId: z.uuid(), amount, reason, key })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

export const invoiceIdSchema = z.object({ invoiceId: z.uuid() });

export const decideStraySchema = z.discriminatedUnion("decision", [
  z
    .object({
      decision: z.literal("credit"),
      strayId: z.uuid(),
      username: z.string().trim().min(1).max(100),
      amount,
      reason,
    })
    .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest })),
  z
    .object({
      decision: z.literal("match"),
      strayId: z.uuid(),
      invoiceId: z.uuid(),
      /** Of the invoice, as the preview showed it. */
      version: z.coerce.number().int(),
      amount,
      reason,
    })
    .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest })),
  z.object({ decision: z.literal("dismiss"), strayId: z.uuid(), reason }),
]);

export const previewMatchSchema = z
  .object({ strayId: z.uuid(), invoiceId: z.uuid(), amount })
  .transform(({ amount: amountMicros, ...rest }) => ({ amountMicros, ...rest }));

export const findInvoicesSchema = z.object({ search: z.string().trim().min(1).max(100) });

export const markInvoicePaidSchema = z.object({
  invoiceId: z.uuid(),
  /** Of the invoice, as the preview showed it. */
  version: z.coerce.number().int(),
  /** Of the receipt: a bank's transfer, a till's slip. */
  reference: z.string().trim().min(3).max(100),
  reason,
  /** A payment may still come by its own way. */
  mayOverlap: flag,
});

export const closeInvoiceSchema = z.object({
  invoiceId: z.uuid(),
  version: z.coerce.number().int(),
  as: z.enum(["cancel", "expire"]),
  reason,
});

/** A fifth: more is a mistake of typing. */
const MAX_FEE_BPS = 2_000;

export const methodSettingsSchema = z
  .object({
    method: z.enum(TOP_UP_METHODS),
    version: z.coerce.number().int(),
    isOn: flag,
    minimum: amount,
    maximum: amount,
    /** "2.5" percent, in hundredths of one. */
    feePercent: z
      .string()
      .transform(plainDecimal)
      .pipe(z.string().regex(/^\d{1,2}(?:\.\d{1,2})?$/, "amount_invalid"))
      .transform((text) => Number((parseDecimal(text) ?? 0n) / 10_000n))
      .refine((bps) => bps <= MAX_FEE_BPS, "amount_invalid"),
  })
  .transform(({ minimum, maximum, feePercent, ...rest }) => ({
    minimumMicros: minimum,
    maximumMicros: maximum,
    feeBps: feePercent,
    ...rest,
  }));

export const resolveAlertSchema = z.object({ alertId: z.uuid(), reason });
export const liftFreezeSchema = z.object({ userId: z.uuid(), reason });

export const INVOICE_STATUSES = ["CREATED", "PENDING", "PAID", "EXPIRED", "REFUNDED", "CANCELED"] as const;
export const INVOICE_EXCEPTIONS = [
  "NONE",
  "PAID_PARTIAL",
  "PAID_LATE",
  "PAID_OVER",
  "UNCONFIRMED",
  "MARKED",
] as const;
export const PAYMENT_STATUSES = [
  "CREATED",
  "PENDING",
  "DETECTED",
  "CONFIRMED",
  "SETTLED",
  "FAILED",
  "EXPIRED",
  "REFUNDED",
] as const;

/** Everybody whom paying asks: gateways, chains, and who tells prices. */
const CONNECTIONS = ["stripe", "mercadopago", "bitcoin", "tron", "kraken", "mempool"] as const;

export const connectionSchema = z.object({ name: z.enum(CONNECTIONS) });

export type ConnectionName = (typeof CONNECTIONS)[number];

/** How one is run, and how it did last. ISO times. */
export interface ConnectionView {
  name: ConnectionName;
  mode: "live" | "simulator" | "off";
  /** Names of the environment, never a value. */
  variables: readonly { name: string; isNeeded: boolean; isSet: boolean }[];
  /** The address to enter at the gateway; null for those who tell nothing by themselves. */
  hookUrl: string | null;
  lastOkAt: string | null;
  lastFailureAt: string | null;
}
