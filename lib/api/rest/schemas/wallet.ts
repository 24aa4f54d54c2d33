import { z } from "@hono/zod-openapi";
import { TOP_UP_METHODS } from "@/lib/domain/billing/methods";
import { INVOICE_EXCEPTIONS, INVOICE_STATUSES, PAYMENT_STATUSES } from "@/lib/domain/billing/schema";
import { WALLET_LINE_STATUSES, WALLET_LINE_TYPES } from "@/lib/domain/wallet/schema";
import { askedAmount, cursorQuery, idParameter, listOf, money, timestamp } from "./basic-fields";

export const wallet = z
  .object({
    available: money.openapi({ description: "Can be spent" }),
    held: money.openapi({ description: "Set aside for numbers that wait for their code" }),
    debt: money.openapi({ description: "Owed after a payment was taken back; usually 0.00" }),
  })
  .openapi("Wallet");

const hold = z
  .object({
    id: z.string(),
    amount: money,
    expiresAt: timestamp,
    numberId: z.uuid().nullable().openapi({ description: "The rented number it is for" }),
    withdrawalId: z.uuid().nullable(),
  })
  .openapi("Hold");

const entry = z
  .object({
    id: z.uuid(),
    type: z.enum(WALLET_LINE_TYPES),
    status: z.enum(WALLET_LINE_STATUSES),
    amount: money.openapi({ description: "Signed: what it does to your money" }),
    availableAfter: money.nullable().openapi({ description: "What could be spent right after it" }),
    description: z.string().nullable(),
    numberId: z.uuid().nullable(),
    invoiceId: z.uuid().nullable(),
    createdAt: timestamp,
  })
  .openapi("WalletEntry");

const topUpMethod = z
  .object({
    method: z.enum(TOP_UP_METHODS),
    chargeCurrency: z.string().openapi({ example: "USD" }),
    minimum: money,
    maximum: money,
    feePercent: z.string().openapi({ example: "0" }),
    isAvailable: z.boolean().openapi({ description: "False while its gateway does not answer" }),
  })
  .openapi("TopUpMethod");

const payment = z.object({
  id: z.uuid(),
  status: z.enum(PAYMENT_STATUSES),
  amount: z.string(),
  currency: z.string(),
  credited: money,
  confirmations: z.int(),
  createdAt: timestamp,
});

export const invoice = z
  .object({
    id: z.uuid(),
    number: z.int(),
    purpose: z.enum(["TOP_UP", "PLAN"]),
    method: z.string().openapi({ example: "CARD" }),
    status: z.enum(INVOICE_STATUSES),
    exception: z.enum(INVOICE_EXCEPTIONS),
    amount: money.openapi({ description: "What lands in the wallet" }),
    fee: money,
    tax: money,
    total: money.openapi({ description: "What is asked for, in USD" }),
    credited: money,
    refunded: money,
    charge: z
      .object({ amount: z.string(), currency: z.string() })
      .openapi({ description: "What the payer is asked for, in its own currency" }),
    payment: z
      .object({
        url: z
          .string()
          .nullable()
          .openapi({ description: "Where to pay; null where an address or code is shown" }),
        pixCode: z.string().nullable(),
        address: z.string().nullable(),
        asset: z.string().nullable(),
        network: z.string().nullable(),
        amountAsset: z.string().nullable(),
      })
      .openapi({ description: "How to pay it" }),
    payments: z.array(payment),
    planId: z.uuid().nullable(),
    subscriptionId: z.uuid().nullable(),
    expiresAt: timestamp,
    paidAt: timestamp.nullable(),
    canceledAt: timestamp.nullable(),
    createdAt: timestamp,
  })
  .openapi("Invoice");

export const holdList = listOf(hold, "Hold");
export const entryList = listOf(entry, "WalletEntry");
export const topUpMethodList = listOf(topUpMethod, "TopUpMethod");
export const invoiceList = listOf(invoice, "Invoice");

const day = z.iso.date().openapi({ example: "2026-11-01" });

export const entriesQuery = z.strictObject({
  ...cursorQuery,
  type: z.enum(WALLET_LINE_TYPES).optional(),
  from: day.optional().openapi({ description: "First day, UTC" }),
  to: day.optional().openapi({ description: "Last day, UTC" }),
});

export const invoicesQuery = z.strictObject({ ...cursorQuery, status: z.enum(INVOICE_STATUSES).optional() });

export const invoiceParams = z.object({ id: idParameter.openapi({ param: { name: "id", in: "path" } }) });

export const topUpBody = z.strictObject({ method: z.enum(TOP_UP_METHODS), amount: askedAmount });
