import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { livePayment } from "../hand-credit";
import type { CloseInvoiceInput } from "../inputs";
import { canMoveMoney } from "../policy";

const ENDS = {
  cancel: { status: "CANCELED", exception: "MARKED", action: "invoice.canceled" },
  expire: { status: "EXPIRED", exception: "NONE", action: "invoice.expired" },
} as const;

/**
 * An administrator ends an invoice that waits: cancelled, or its time to pay is over now. Money that comes all the same
 * is the customer's, as with any invoice that is over. Refusals: forbidden, not_found, invoice_closed, payment_live
 * (a payment was seen and is on its way), changed_since_seen.
 */
export async function closeInvoice(
  deps: KernelDeps,
  actor: UserActor,
  input: CloseInvoiceInput,
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${input.invoiceId}::uuid FOR UPDATE`;
    const invoice = await tx.invoice.findUnique({
      where: { id: input.invoiceId },
      include: { payments: { select: { status: true } } },
    });
    if (!invoice) return refuse("not_found");
    if (invoice.status !== "PENDING" && invoice.status !== "CREATED") return refuse("invoice_closed");
    if (livePayment(invoice, deps.clock.now()) === "moving") return refuse("payment_live");
    if (invoice.version !== input.version) return refuse("changed_since_seen");
    const { status, exception, action } = ENDS[input.as];
    const kept = invoice.exception === "NONE" ? exception : invoice.exception;
    await tx.invoice.update({
      where: { id: invoice.id },
      data: {
        status,
        exception: input.as === "cancel" ? exception : kept,
        ...(input.as === "cancel" ? { canceledAt: deps.clock.now() } : { expiresAt: deps.clock.now() }),
        version: { increment: 1 },
      },
    });
    await tx.payment.updateMany({
      where: { invoiceId: invoice.id, status: { in: ["CREATED", "PENDING"] } },
      data: input.as === "cancel" ? { status: "FAILED", failureCode: "canceled" } : { status: "EXPIRED" },
    });
    await writeAudit(tx, actor, {
      action,
      targetType: "invoice",
      targetId: invoice.id,
      before: { status: invoice.status },
      after: { status },
      reason: input.reason,
    });
    await writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId });
    return ok();
  });
}
