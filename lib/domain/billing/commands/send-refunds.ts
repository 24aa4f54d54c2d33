import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import { chargeMicros, plainDecimal } from "@/lib/domain/kernel/charge";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import type { BillingDeps } from "../ports";
import { noteGatewayHealth } from "./note-gateway-health";
import { raiseAlert } from "./raise-alert";
import { refreshInvoice } from "./refresh-invoice";
import { gatewayOf } from "./start-at-gateway";
import { tellRefund } from "./tell-customer";

const BATCH = 10;
const LEASE_SECONDS = 60;
const RETRY_SECONDS = [10, 60, 300, 1_800, 7_200];
const ACTOR = systemActor("refunds");

/** What part of the charge gives this much of the wallet back: all of it for all, else in proportion, rounded down. */
function chargeShare(amountMicros: bigint, wallet: bigint, charge: bigint): bigint {
  const CENT = 10_000n;
  if (amountMicros === wallet) return charge;
  return ((amountMicros * charge) / wallet / CENT) * CENT;
}

/** The gateway will not do it: the money is the customer's again. */
async function giveBack(deps: BillingDeps, refundId: string, failureCode: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const refund = await tx.paymentRefund.findUniqueOrThrow({ where: { id: refundId } });
    const hold = await tx.hold.findUnique({
      where: { ownerType_ownerId: { ownerType: "refund", ownerId: refundId } },
    });
    const { count } = await tx.paymentRefund.updateMany({
      where: { id: refundId, status: "PENDING" },
      data: { status: "FAILED", failureCode, finishedAt: deps.clock.now(), nextAttemptAt: null },
    });
    if (count === 0 || !hold) return;
    await voidHold(tx, { holdId: hold.id });
    await writeAudit(tx, ACTOR, {
      action: "payment.refund_failed",
      targetType: "payment",
      targetId: refund.paymentId,
      before: { status: "PENDING" },
      after: { status: "FAILED", amount: toDecimal(refund.amountMicros), failureCode },
    });
    await writeEvent(tx, "wallet.changed", { userId: refund.userId }, { userId: refund.userId });
    await tellRefund(tx, { ...refund, status: "FAILED" });
    await raiseAlert(
      { db: tx, ids: deps.ids },
      {
        key: `refund-failed:${refundId}`,
        kind: "refund_failed",
        level: "WARNING",
        ref: { type: "invoice", id: refund.invoiceId },
        details: { amount: toDecimal(refund.amountMicros) },
      },
    );
  });
}

async function send(deps: BillingDeps, refundId: string): Promise<void> {
  const refund = await deps.db.paymentRefund.findUniqueOrThrow({
    where: { id: refundId },
    include: { payment: true, invoice: true },
  });
  const { invoice, payment } = refund;
  const gateway = gatewayOf(deps, invoice);
  if (!gateway) return giveBack(deps, refundId, "method_off");
  const charge = chargeMicros(plainDecimal(invoice.chargeAmount));
  const answer = await gateway.refund({
    externalId: invoice.gatewayReference ?? invoice.id,
    receiptId: payment.gatewayPaymentId ?? undefined,
    amount: {
      micros: chargeShare(refund.amountMicros, invoice.amountMicros, charge),
      currency: invoice.chargeCurrency,
    },
    idempotencyKey: `refund:${refundId}`,
  });
  await noteGatewayHealth(deps, gateway.name, answer.ok ? null : answer.reason);
  if (!answer.ok) {
    deps.log.warn({ refundId, reason: answer.reason }, "a refund was not taken by the gateway");
    if (!answer.mayHaveHappened && answer.reason !== "gateway_unavailable")
      return giveBack(deps, refundId, answer.reason);
    const seconds = RETRY_SECONDS[Math.min(refund.attempts, RETRY_SECONDS.length) - 1] ?? 10;
    await deps.db.paymentRefund.update({
      where: { id: refundId },
      data: {
        failureCode: answer.reason,
        nextAttemptAt: new Date(deps.clock.securityNow().getTime() + seconds * 1_000),
      },
    });
    return;
  }
  await deps.db.paymentRefund.updateMany({
    where: { id: refundId, gatewayRefundId: null },
    data: { gatewayRefundId: answer.refund.id, failureCode: null },
  });
  // The books move by what the gateway says of the payment, as with every other report.
  await refreshInvoice(deps, invoice);
}

/** Asks gateways for the refunds that wait. Each is asked under a key of its own, so twice is once. Returns how many. */
export async function sendRefunds(deps: BillingDeps): Promise<number> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE payment_refunds SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id IN (SELECT r.id FROM payment_refunds r WHERE r.status = 'PENDING' AND r.next_attempt_at <= now()
      ORDER BY r.next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  for (const { id } of due) await send(deps, id);
  return due.length;
}
