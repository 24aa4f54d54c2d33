import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { depositMoney } from "@/lib/domain/wallet/commands/deposit-money";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import { afterHandCredit, livePayment, missingMicros } from "../hand-credit";
import type { MarkInvoicePaidInput } from "../inputs";
import { canMoveMoney } from "../policy";
import { settleInvoice } from "./settle-invoice";

async function lockInvoice(tx: Tx, invoiceId: string) {
  await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${invoiceId}::uuid FOR UPDATE`;
  return tx.invoice.findUnique({ where: { id: invoiceId }, include: { payments: true } });
}

/** A receipt is written down once; two at once wait for each other. */
async function isReferenceUsed(tx: Tx, reference: string): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`by-hand:${reference}`}, 0))::text`;
  const used = await tx.walletTransaction.count({
    where: { gateway: "INTERNAL", gatewayTransactionId: reference },
  });
  return used > 0;
}

/**
 * An administrator writes down that an invoice was paid where no gateway tells of it: what is missing is credited from
 * the house's account "by hand", once. What comes by its own way of paying afterwards waits as unmatched. Refusals:
 * forbidden, not_found, invoice_closed, changed_since_seen (another version than was seen), payment_live (unless
 * `mayOverlap`), reference_used.
 */
export async function markInvoicePaid(
  deps: KernelDeps,
  actor: UserActor,
  input: MarkInvoicePaidInput,
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return postOnce<Result>(deps, async (tx) => {
    const locked = await lockInvoice(tx, input.invoiceId);
    if (!locked) return refuse("not_found");
    const { payments, ...invoice } = locked;
    const amountMicros = missingMicros(invoice);
    const outcome = afterHandCredit(invoice, amountMicros);
    if (!outcome) return refuse("invoice_closed");
    if (invoice.version !== input.version) return refuse("changed_since_seen");
    if (livePayment(locked, deps.clock.now()) && !input.mayOverlap) return refuse("payment_live");
    if (await isReferenceUsed(tx, input.reference)) return refuse("reference_used");
    await depositMoney(tx, {
      userId: invoice.userId,
      amountMicros,
      source: "ext:by_hand",
      kind: "deposit.by_hand",
      key: `invoice:${invoice.id}:by-hand`,
      line: {
        id: deps.ids.uuid(),
        type: "DEPOSIT",
        gateway: "INTERNAL",
        paymentMethod: "ADMIN",
        gatewayTransactionId: input.reference,
        description: input.reason,
        invoiceId: invoice.id,
        details: { invoice: String(invoice.number), reference: input.reference },
      },
    });
    await tx.payment.updateMany({
      where: {
        id: { in: payments.map(({ id }) => id) },
        status: { in: ["CREATED", "PENDING"] },
      },
      data: { status: "FAILED", failureCode: "marked" },
    });
    await tx.invoice.update({
      where: { id: invoice.id },
      data: { handMicros: { increment: amountMicros } },
    });
    await writeAudit(tx, actor, {
      action: "invoice.marked_paid",
      targetType: "invoice",
      targetId: invoice.id,
      before: { status: invoice.status, exception: invoice.exception },
      after: {
        status: outcome.status,
        exception: outcome.exception,
        amount: toDecimal(amountMicros),
        reference: input.reference,
      },
      reason: input.reason,
    });
    await settleInvoice(deps, tx, actor, {
      invoice,
      outcome: { ...outcome, refundedMicros: invoice.refundedMicros },
    });
    await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
    return ok();
  });
}
