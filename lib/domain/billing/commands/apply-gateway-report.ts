import type { Tx } from "@/lib/db/client";
import { systemActor } from "@/lib/domain/kernel/actor";
import { chargeMicros, plainDecimal } from "@/lib/domain/kernel/charge";
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
import { isMarkedPaid } from "../hand-credit";
import type { BillingDeps } from "../ports";
import { BOOK, type Owned } from "./book-gateway-posting";
import { freezeWallet } from "./freeze-wallet";
import { standingAfter } from "./invoice-standing";
import { endAlert, raiseAlert } from "./raise-alert";
import { recordStray } from "./record-stray";
import { settleInvoice } from "./settle-invoice";
import { tellDispute } from "./tell-customer";

const ACTOR = systemActor("payments");

export interface AppliedReport {
  status: PaymentOutcome["status"];
  invoiceId: string;
  number: number;
  /** It does not tell of money that an earlier report told of. */
  deniesMoney: boolean;
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
  // Nothing is left to answer; the wallet stays frozen until somebody has looked at it.
  if (dispute.state === "WON" || dispute.state === "LOST")
    await endAlert({ db: tx }, `dispute:${payment.id}`);
  await tellDispute(tx, invoice.userId, payment, dispute.state);
  const standing = standingAfter(invoice, {
    creditedMicros,
    refundedMicros,
    status: outcome.status,
    reportedStatus: reported.status,
  });
  await settleInvoice(deps, tx, ACTOR, {
    invoice,
    outcome: { ...standing, creditedMicros: creditedMicros + invoice.handMicros, refundedMicros },
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
): Promise<Result<AppliedReport>> {
  return inTransaction<Result<AppliedReport>>(deps, async (tx) => {
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
    const applied = (deniesMoney: boolean): AppliedReport => ({
      status: outcome.status,
      invoiceId: invoice.id,
      number: invoice.number,
      deniesMoney,
    });
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
      return ok(applied(false));
    }
    // Somebody has said that this invoice is paid already: what comes after that is for a person to decide.
    if (isMarkedPaid(invoice) && payment.creditedMicros === 0n && reported.receipts.length > 0) {
      await recordStray(deps, tx, reported, "AFTER_MONITORING", invoice.id);
      return ok(applied(false));
    }
    for (const wanted of outcome.postings) await BOOK[wanted.kind](deps, tx, { ...owned, wanted });
    await writeOutcome(deps, tx, owned, outcome, reported);
    const told = new Set(reported.receipts.map(({ id }) => id));
    return ok(applied(Object.keys(outcome.facts.receipts).some((id) => !told.has(id))));
  });
}
