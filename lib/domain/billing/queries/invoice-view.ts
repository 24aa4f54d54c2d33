import type { Prisma } from "@/lib/db/generated/client";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import { feePercent } from "../top-up-rules";
import type { InvoiceView, PaymentView } from "../types";

/** What every view of an invoice needs. */
export const INVOICE_PARTS = {
  user: { select: { username: true, displayName: true, email: true } },
  payments: { orderBy: { createdAt: "asc" } },
} satisfies Prisma.InvoiceInclude;

export type InvoiceRow = Prisma.InvoiceGetPayload<{ include: typeof INVOICE_PARTS }>;
type PaymentRow = Prisma.PaymentGetPayload<object>;

const at = (date: Date | null) => date?.toISOString() ?? null;

const decimal = (value: { toFixed(): string } | null) => (value === null ? null : plainDecimal(value));

export function toPaymentView(row: PaymentRow): PaymentView {
  return {
    id: row.id,
    invoiceId: row.invoiceId,
    gateway: row.gateway,
    status: row.status,
    gatewayPaymentId: row.gatewayPaymentId,
    currency: row.currency,
    amount: decimal(row.amount) ?? "0",
    rate: decimal(row.rate),
    credited: toDecimal(row.creditedMicros),
    refunded: toDecimal(row.refundedMicros),
    failureCode: row.failureCode,
    disputeState: row.disputeState,
    disputeId: row.disputeId,
    disputeReason: row.disputeReason,
    disputed: toDecimal(row.disputedMicros),
    txid: row.txid,
    outputIndex: row.outputIndex,
    ordinal: row.ordinal,
    inputs: row.inputs,
    missingSince: at(row.missingSince),
    amountAsset: decimal(row.amountAsset),
    confirmations: row.confirmations,
    blockHash: row.blockHash,
    blockHeight: row.blockHeight,
    isReplaceable: row.isReplaceable,
    replacedBy: row.replacedBy,
    detectedAt: at(row.detectedAt),
    settledAt: at(row.settledAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function toInvoiceView(row: InvoiceRow): InvoiceView {
  return {
    id: row.id,
    number: row.number,
    user: { id: row.userId, username: row.user.username },
    purpose: row.purpose,
    planId: row.planId,
    subscriptionId: row.subscriptionId,
    gateway: row.gateway,
    paymentMethod: row.paymentMethod,
    status: row.status,
    exception: row.exception,
    amountUsd: toDecimal(row.amountMicros),
    currency: row.currency,
    fee: toDecimal(row.feeMicros),
    tax: toDecimal(row.taxMicros),
    total: toDecimal(row.amountMicros + row.feeMicros),
    credited: toDecimal(row.creditedMicros),
    refunded: toDecimal(row.refundedMicros),
    byHand: toDecimal(row.handMicros),
    chargeCurrency: row.chargeCurrency,
    chargeAmount: decimal(row.chargeAmount) ?? "0",
    rate: decimal(row.rate),
    rateSources: Array.isArray(row.rateSources) ? row.rateSources.join(", ") : null,
    rateFetchedAt: at(row.rateFetchedAt),
    rateLockedUntil: at(row.rateLockedUntil),
    asset: row.asset,
    network: row.network,
    address: row.address,
    derivationIndex: row.derivationIndex,
    amountAsset: decimal(row.amountAsset),
    requiredConfirmations: row.requiredConfirmations,
    tolerancePercent: feePercent(row.toleranceBps),
    allowance: toDecimal(row.allowanceMicros),
    checkedAt: at(row.checkedAt),
    lookedAt: at(row.lookedAt),
    monitorUntil: at(row.monitorUntil),
    gatewayReference: row.gatewayReference,
    gatewayUrl: row.gatewayUrl,
    pixCode: row.pixCode,
    failureCode: row.failureCode,
    planDue: row.planDueMicros === null ? null : toDecimal(row.planDueMicros),
    planRefusal: row.planRefusal,
    expiresAt: row.expiresAt.toISOString(),
    paidAt: at(row.paidAt),
    canceledAt: at(row.canceledAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    payments: row.payments.map(toPaymentView),
  };
}
