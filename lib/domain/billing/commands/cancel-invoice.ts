import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";

/**
 * The customer takes an unpaid invoice back. Money that comes all the same is credited as late. Refusals: not_found,
 * invoice_closed (paid, over, or with a payment on its way).
 */
export async function cancelInvoice(
  deps: KernelDeps,
  actor: UserActor,
  { invoiceId }: { invoiceId: string },
): Promise<Result> {
  return inTransaction<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM invoices WHERE id = ${invoiceId}::uuid FOR UPDATE`;
    const invoice = await tx.invoice.findFirst({
      where: { id: invoiceId, userId: actor.userId },
      include: { payments: { select: { status: true } } },
    });
    if (!invoice) return refuse("not_found");
    const isMoving = invoice.payments.some(({ status }) => status === "DETECTED" || status === "CONFIRMED");
    if ((invoice.status !== "PENDING" && invoice.status !== "CREATED") || isMoving)
      return refuse("invoice_closed");
    await tx.invoice.update({
      where: { id: invoiceId },
      data: { status: "CANCELED", canceledAt: deps.clock.now(), version: { increment: 1 } },
    });
    await tx.payment.updateMany({
      where: { invoiceId, status: { in: ["CREATED", "PENDING"] } },
      data: { status: "FAILED", failureCode: "canceled" },
    });
    await writeAudit(tx, actor, {
      action: "invoice.canceled",
      targetType: "invoice",
      targetId: invoiceId,
      before: { status: invoice.status },
      after: { status: "CANCELED" },
    });
    await writeEvent(tx, "invoice.changed", { invoiceId }, { userId: actor.userId });
    return ok();
  });
}
