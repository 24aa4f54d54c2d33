import type { Tx } from "@/lib/db/client";
import type { Invoice, Payment, PaymentRefund } from "@/lib/db/generated/client";
import { systemActor } from "@/lib/domain/kernel/actor";
import { chargeMicros, plainDecimal } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { disputeOf } from "@/lib/domain/payments/dispute-word";
import {
  applyGatewayPayment,
  type PaymentOutcome,
  type WantedPosting,
} from "@/lib/domain/payments/gateway-payment-state";
import { readFacts, writeFacts } from "@/lib/domain/payments/payment-facts-json";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { takeMoney } from "@/lib/domain/wallet/commands/take-money";
import { isMarkedPaid } from "../hand-credit";
import { isTopUpMethod, METHOD_TERMS } from "../methods";
import type { BillingDeps } from "../ports";
import { freezeWallet } from "./freeze-wallet";
import { raiseAlert } from "./raise-alert";
import { recordStray } from "./record-stray";
import { settleInvoice } from "./settle-invoice";
import { tellDispute, tellRefund } from "./tell-customer";

const ACTOR = systemActor("payments");

interface Owned {
  invoice: Invoice;
  payment: Payment & { refunds: PaymentRefund[] };
}

/** The locked invoice with its payment; null when the reference is none of ours. */
async function lockOwned(tx: Tx, reported: GatewayPayment): Promise<Owned | null> {
  const { reference } = reported;
  if (!reference || !/^[0-9a-f-]{36}$/i.test(reference)) return null;
  await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${reference}::uuid FOR UPDATE`;
  const invoice = await tx.invoice.findUnique({
    where: { id: reference },
    include: { payments: { include: { refunds: true }, orderBy: { createdAt: "asc" } } },
  });
  const payment = invoice?.payments[0];
  return invoice && payment ? { invoice, payment } : null;
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

const BOOK: Record<WantedPosting["kind"], (deps: BillingDeps, tx: Tx, booking: Booking) => Promise<void>> = {
  credit,
  refund: bookRefund,
  refund_reversed: bookFailedRefund,
  dispute_withdrawn: bookDispute,
  dispute_reinstated: bookDispute,
};

function totalOf(outcome: PaymentOutcome, kind: WantedPosting["kind"]): bigint {
  return outcome.postings.reduce(
    (sum, posting) => (posting.kind === kind ? sum + posting.walletMicros : sum),
    0n,
  );
}

async function writeOutcome(
  deps: BillingDeps,
  tx: Tx,
  { invoice, payment }: Owned,
  outcome: PaymentOutcome,
  reported: GatewayPayment,
): Promise<void> {
  const creditedMicros = totalOf(outcome, "credit");
  const refundedMicros = totalOf(outcome, "refund") - totalOf(outcome, "refund_reversed");
  const dispute = disputeOf(outcome.facts);
  const isSettled = creditedMicros > 0n;
  await tx.payment.update({
    where: { id: payment.id },
    data: {
      status: outcome.status,
      facts: writeFacts(outcome.facts),
      creditedMicros,
      refundedMicros,
      gatewayPaymentId: reported.receipts[0]?.id ?? payment.gatewayPaymentId ?? reported.externalId,
      failureCode: reported.failure,
      disputeState: dispute.state,
      disputeId: dispute.id,
      disputeReason: reported.disputes[0]?.reason ?? payment.disputeReason,
      disputedMicros: totalOf(outcome, "dispute_withdrawn") - totalOf(outcome, "dispute_reinstated"),
      ...(isSettled && payment.settledAt === null ? { settledAt: deps.clock.now() } : {}),
      ...(outcome.status === "DETECTED" && payment.detectedAt === null
        ? { detectedAt: deps.clock.now() }
        : {}),
    },
  });
  if (dispute.state !== "NONE" && payment.disputeState === "NONE") {
    await freezeWallet(tx, ACTOR, { userId: invoice.userId, reason: "dispute", paymentId: payment.id });
    await raiseAlert(
      { db: tx, ids: deps.ids },
      {
        key: `dispute:${payment.id}`,
        kind: "dispute_opened",
        level: "CRITICAL",
        ref: { type: "invoice", id: invoice.id },
        details: { number: invoice.number },
      },
    );
  }
  await tellDispute(tx, invoice.userId, payment, dispute.state);
  const isRefunded = isSettled && refundedMicros === creditedMicros && invoice.handMicros === 0n;
  const isOver = invoice.status === "EXPIRED" || invoice.status === "CANCELED" || isMarkedPaid(invoice);
  const failsNow = !isSettled && (outcome.status === "FAILED" || outcome.status === "EXPIRED");
  const status = isRefunded
    ? "REFUNDED"
    : isOver
      ? invoice.status
      : isSettled
        ? "PAID"
        : failsNow && reported.status !== "FAILED"
          ? "EXPIRED"
          : invoice.status;
  const exception = isOver && isSettled && invoice.exception === "NONE" ? "PAID_LATE" : invoice.exception;
  await settleInvoice(deps, tx, ACTOR, {
    invoice,
    outcome: { status, exception, creditedMicros: creditedMicros + invoice.handMicros, refundedMicros },
  });
  if (outcome.status !== payment.status) {
    await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
  }
}

/**
 * Joins one report of a gateway to our rows: books what follows from it once, moves payment and invoice, raises what a
 * person must look at. The same report again, or an older one, changes nothing. Refusals: not_found (no invoice of
 * ours: kept as unmatched when money came).
 */
export async function applyGatewayReport(
  deps: BillingDeps,
  reported: GatewayPayment,
): Promise<Result<{ status: PaymentOutcome["status"] }>> {
  return inTransaction<Result<{ status: PaymentOutcome["status"] }>>(deps, async (tx) => {
    const owned = await lockOwned(tx, reported);
    if (!owned) {
      if (reported.receipts.length > 0) await recordStray(deps, tx, reported, "UNKNOWN_INVOICE");
      return refuse("not_found");
    }
    const { invoice, payment } = owned;
    const outcome = applyGatewayPayment(
      {
        gateway: invoice.gateway.toLowerCase(),
        reference: invoice.id,
        charge: {
          micros: chargeMicros(plainDecimal(invoice.chargeAmount)),
          currency: invoice.chargeCurrency,
        },
        walletMicros: invoice.amountMicros,
        facts: readFacts(payment.facts),
      },
      reported,
    );
    for (const alert of outcome.alerts) {
      await raiseAlert(
        { db: tx, ids: deps.ids },
        {
          key: `payment-differs:${payment.id}:${alert}`,
          kind: "payment_differs",
          level: "CRITICAL",
          ref: { type: "invoice", id: invoice.id },
          details: { number: invoice.number, what: alert },
        },
      );
    }
    const isForeign = outcome.alerts.some((alert) => alert !== "amount_differs");
    if (isForeign) {
      if (reported.receipts.length > 0) await recordStray(deps, tx, reported, "CURRENCY_DIFFERS", invoice.id);
      return ok({ status: outcome.status });
    }
    // Somebody has said that this invoice is paid already: what comes after that is for a person to decide.
    if (isMarkedPaid(invoice) && payment.creditedMicros === 0n && reported.receipts.length > 0) {
      await recordStray(deps, tx, reported, "AFTER_MONITORING", invoice.id);
      return ok({ status: outcome.status });
    }
    for (const wanted of outcome.postings) await BOOK[wanted.kind](deps, tx, { ...owned, wanted });
    await writeOutcome(deps, tx, owned, outcome, reported);
    return ok({ status: outcome.status });
  });
}
