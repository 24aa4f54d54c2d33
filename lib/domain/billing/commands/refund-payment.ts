import type { Payment } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import type { RefundPaymentInput } from "../inputs";
import { canMoveMoney } from "../policy";

/** The gateway is asked until it answers; after three days a person is told. */
const ANSWER_WITHIN_SECONDS = 3 * 86_400;

/** What of a payment may still go back. Micro-units. */
function refundableMicros(payment: Payment): bigint {
  return payment.creditedMicros - payment.refundedMicros - payment.disputedMicros;
}

/**
 * Gives a card or Pix payment back, whole or in part, to where it came from. The money is held now; a job asks the
 * gateway, and the hold is paid out or released by its answer. The same key asks once. Refusals: forbidden,
 * amount_invalid, not_found, refund_impossible (crypto, or never settled), nothing_to_refund (with refundable),
 * insufficient_funds (spent already), refund_running, idempotency_mismatch.
 */
export async function refundPayment(
  deps: KernelDeps,
  actor: UserActor,
  input: RefundPaymentInput,
): Promise<Result<{ refundId: string }>> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  if (input.amountMicros <= 0n) return refuse("amount_invalid");
  return postOnce<Result<{ refundId: string }>>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM payments WHERE id = ${input.paymentId}::uuid FOR UPDATE`;
    const payment = await tx.payment.findUnique({
      where: { id: input.paymentId },
      include: { invoice: true },
    });
    if (!payment) return refuse("not_found");
    const known = await tx.paymentRefund.findUnique({ where: { idempotencyKey: input.key } });
    if (known) {
      return known.paymentId === payment.id && known.amountMicros === input.amountMicros
        ? ok({ refundId: known.id })
        : refuse("idempotency_mismatch");
    }
    if (payment.gateway === "CRYPTO" || payment.settledAt === null) return refuse("refund_impossible");
    // One at a time: what the gateway reports is then known to be the answer to the one that we asked for.
    if ((await tx.paymentRefund.count({ where: { paymentId: payment.id, status: "PENDING" } })) > 0) {
      return refuse("refund_running");
    }
    const refundable = refundableMicros(payment);
    if (input.amountMicros > refundable) {
      return refuse("nothing_to_refund", { maximumMicros: refundable.toString() });
    }
    const id = deps.ids.uuid();
    const { userId, paymentMethod } = payment.invoice;
    await tx.paymentRefund.create({
      data: {
        id,
        invoiceId: payment.invoiceId,
        paymentId: payment.id,
        userId,
        amountMicros: input.amountMicros,
        status: "PENDING",
        reason: input.reason,
        requestedById: actor.userId,
        idempotencyKey: input.key,
        nextAttemptAt: deps.clock.now(),
      },
    });
    await placeHold(tx, {
      userId,
      amountMicros: input.amountMicros,
      currency: WALLET_CURRENCY,
      ownerType: "refund",
      ownerId: id,
      expiresInSeconds: ANSWER_WITHIN_SECONDS,
      line: {
        id: deps.ids.uuid(),
        type: "REFUND",
        gateway: payment.gateway,
        paymentMethod,
        invoiceId: payment.invoiceId,
        description: input.reason,
      },
    });
    await writeAudit(tx, actor, {
      action: "payment.refund_requested",
      targetType: "payment",
      targetId: payment.id,
      before: { refunded: toDecimal(payment.refundedMicros) },
      after: { refundId: id, amount: toDecimal(input.amountMicros) },
      reason: input.reason,
    });
    await writeEvent(tx, "wallet.changed", { userId }, { userId });
    return ok({ refundId: id });
  });
}
