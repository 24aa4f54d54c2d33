import type { Tx } from "@/lib/db/client";
import type { Invoice, Payment, PaymentRefund } from "@/lib/db/generated/client";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { WantedPosting } from "@/lib/domain/payments/gateway-payment-state";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { takeMoney } from "@/lib/domain/wallet/commands/take-money";
import { isTopUpMethod, METHOD_TERMS } from "../methods";
import type { BillingDeps } from "../ports";
import { raiseAlert } from "./raise-alert";
import { tellRefund } from "./tell-customer";

/** A locked invoice with its payment. */
export interface Owned {
  invoice: Invoice;
  payment: Payment & { refunds: PaymentRefund[] };
}

/** Our own request for this refund: by the gateway's id, else the one that waits for its answer. */
function ownRefund(payment: Owned["payment"], gatewayRefundId: string): PaymentRefund | undefined {
  return (
    payment.refunds.find((refund) => refund.gatewayRefundId === gatewayRefundId) ??
    payment.refunds.find((refund) => refund.status === "PENDING" && refund.gatewayRefundId === null)
  );
}

interface Booking extends Owned {
  wanted: WantedPosting;
}

async function credit(deps: BillingDeps, tx: Tx, { invoice, wanted }: Booking): Promise<void> {
  const method = invoice.paymentMethod;
  if (!isTopUpMethod(method)) throw new Error(`invoice ${invoice.id} came by ${method}`);
  await depositMoney(tx, {
    userId: invoice.userId,
    amountMicros: wanted.walletMicros,
    source: METHOD_TERMS[method].account,
    kind: invoice.gateway === "STRIPE" ? "deposit.stripe" : "deposit.mercadopago",
    key: wanted.key,
    line: {
      id: deps.ids.uuid(),
      type: "DEPOSIT",
      gateway: invoice.gateway,
      paymentMethod: method,
      gatewayTransactionId: wanted.subject,
      invoiceId: invoice.id,
      details: {
        invoice: String(invoice.number),
        charge: `${plainDecimal(invoice.chargeAmount)} ${invoice.chargeCurrency}`,
      },
    },
  });
}

async function bookRefund(deps: BillingDeps, tx: Tx, { invoice, payment, wanted }: Booking): Promise<void> {
  const own = ownRefund(payment, wanted.subject);
  if (own && own.status === "PENDING") {
    const hold = await tx.hold.findUnique({
      where: { ownerType_ownerId: { ownerType: "refund", ownerId: own.id } },
    });
    if (hold) await captureHold(tx, { holdId: hold.id, revenueAccount: accountOf(invoice) });
    await tx.paymentRefund.update({
      where: { id: own.id },
      data: {
        status: "COMPLETED",
        gatewayRefundId: wanted.subject,
        finishedAt: deps.clock.now(),
        nextAttemptAt: null,
      },
    });
    own.status = "COMPLETED";
    own.gatewayRefundId = wanted.subject;
    await tellRefund(tx, own);
    return;
  }
  if (own) return;
  // Begun in the gateway's own pages: the money is gone from there already, so it leaves the wallet or is owed.
  const id = deps.ids.uuid();
  const { replayed } = await takeMoney(tx, {
    userId: invoice.userId,
    amountMicros: wanted.walletMicros,
    target: accountOf(invoice),
    kind: "refund.paid_out",
    key: wanted.key,
    mayOwe: true,
    line: lineOf(deps, invoice, "REFUND", wanted.subject),
  });
  if (replayed) return;
  const refund = await tx.paymentRefund.create({
    data: {
      id,
      invoiceId: invoice.id,
      paymentId: payment.id,
      userId: invoice.userId,
      amountMicros: wanted.walletMicros,
      status: "COMPLETED",
      reason: "Begun at the gateway",
      gatewayRefundId: wanted.subject,
      finishedAt: deps.clock.now(),
    },
  });
  payment.refunds.push(refund);
  await tellRefund(tx, refund);
}

async function bookFailedRefund(deps: BillingDeps, tx: Tx, booking: Booking): Promise<void> {
  const { invoice, payment, wanted } = booking;
  const { replayed } = await depositMoney(tx, {
    userId: invoice.userId,
    amountMicros: wanted.walletMicros,
    source: accountOf(invoice),
    kind: "refund.returned",
    key: wanted.key,
    line: { ...lineOf(deps, invoice, "REFUND", `${wanted.subject}:failed`) },
  });
  if (replayed) return;
  const own = ownRefund(payment, wanted.subject);
  if (own) {
    const failed = await tx.paymentRefund.update({
      where: { id: own.id },
      data: { status: "FAILED", failureCode: "gateway_rejected", finishedAt: deps.clock.now() },
    });
    await tellRefund(tx, failed);
  }
  await raiseAlert(
    { db: tx, ids: deps.ids },
    {
      key: `refund-failed:${wanted.key}`,
      kind: "refund_failed",
      level: "WARNING",
      ref: { type: "invoice", id: invoice.id },
      details: { amount: toDecimal(wanted.walletMicros) },
    },
  );
}

async function bookDispute(deps: BillingDeps, tx: Tx, { invoice, wanted }: Booking): Promise<void> {
  const line = lineOf(deps, invoice, "ADJUSTMENT", wanted.key);
  if (wanted.kind === "dispute_withdrawn") {
    await takeMoney(tx, {
      userId: invoice.userId,
      amountMicros: wanted.walletMicros,
      target: accountOf(invoice),
      kind: "dispute.withdrawn",
      key: wanted.key,
      mayOwe: true,
      line,
    });
    return;
  }
  await depositMoney(tx, {
    userId: invoice.userId,
    amountMicros: wanted.walletMicros,
    source: accountOf(invoice),
    kind: "dispute.reinstated",
    key: wanted.key,
    line,
  });
}

function accountOf(invoice: Invoice) {
  if (!isTopUpMethod(invoice.paymentMethod)) throw new Error(`invoice ${invoice.id} has no outside account`);
  return METHOD_TERMS[invoice.paymentMethod].account;
}

function lineOf<Type extends "REFUND" | "ADJUSTMENT">(
  deps: BillingDeps,
  invoice: Invoice,
  type: Type,
  subject: string,
) {
  return {
    id: deps.ids.uuid(),
    type,
    gateway: invoice.gateway,
    paymentMethod: invoice.paymentMethod,
    gatewayTransactionId: subject,
    invoiceId: invoice.id,
  };
}

/** How each kind of posting is booked, with the rows that belong to it; again, it changes nothing. */
export const BOOK: Record<
  WantedPosting["kind"],
  (deps: BillingDeps, tx: Tx, booking: Booking) => Promise<void>
> = {
  credit,
  refund: bookRefund,
  refund_reversed: bookFailedRefund,
  dispute_withdrawn: bookDispute,
  dispute_reinstated: bookDispute,
};
