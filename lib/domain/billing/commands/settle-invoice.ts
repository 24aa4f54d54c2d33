import type { Tx } from "@/lib/db/client";
import type { Invoice, InvoiceException, InvoiceStatus } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { type InvoiceNews, invoiceNews } from "../money-news";

/** What became of an invoice by what came in. */
export interface InvoiceOutcome {
  status: InvoiceStatus;
  exception: InvoiceException;
  /** All that was credited for it so far, in micro-units; never less than before. */
  creditedMicros: bigint;
  refundedMicros: bigint;
}

/** What comes first for an invoice of a plan: it is bought by it, or it is not and the customer hears why. */
const DECIDES_PLAN: ReadonlySet<InvoiceNews> = new Set(["invoicePaid", "invoiceLate", "invoiceEndedPartly"]);

/**
 * Writes what became of an invoice in the transaction of its postings, and tells. Money that comes for an invoice that
 * is over is the customer's all the same: the invoice stays over, with the exception that says so.
 */
export async function settleInvoice(
  deps: Pick<KernelDeps, "clock">,
  tx: Tx,
  actor: Actor,
  { invoice, outcome }: { invoice: Invoice; outcome: InvoiceOutcome },
): Promise<void> {
  const isSame =
    invoice.status === outcome.status &&
    invoice.exception === outcome.exception &&
    invoice.creditedMicros === outcome.creditedMicros &&
    invoice.refundedMicros === outcome.refundedMicros;
  if (isSame) return;
  const becomesPaid = outcome.status === "PAID" && invoice.paidAt === null;
  await tx.invoice.update({
    where: { id: invoice.id },
    data: {
      ...outcome,
      ...(becomesPaid ? { paidAt: deps.clock.now() } : {}),
      version: { increment: 1 },
    },
  });
  await writeAudit(tx, actor, {
    action: becomesPaid ? "invoice.paid" : "invoice.changed",
    targetType: "invoice",
    targetId: invoice.id,
    before: {
      status: invoice.status,
      exception: invoice.exception,
      credited: toDecimal(invoice.creditedMicros),
    },
    after: {
      status: outcome.status,
      exception: outcome.exception,
      credited: toDecimal(outcome.creditedMicros),
      refunded: toDecimal(outcome.refundedMicros),
    },
  });
  await writeEvent(tx, "wallet.changed", { userId: invoice.userId }, { userId: invoice.userId });
  if (becomesPaid || (outcome.creditedMicros > invoice.creditedMicros && outcome.status !== "REFUNDED")) {
    await writeEvent(tx, "invoice.paid", { invoiceId: invoice.id }, { userId: invoice.userId });
  }
  const told = invoiceNews(invoice, outcome);
  if (told) {
    const { news, amountMicros } = told;
    const awaitsPlan = DECIDES_PLAN.has(news) && invoice.planId !== null && invoice.planRefusal === null;
    await writeEvent(
      tx,
      "invoice.news",
      {
        invoiceId: invoice.id,
        news,
        amountMicros: amountMicros.toString(),
        ...(awaitsPlan ? { awaitsPlan } : {}),
      },
      { userId: invoice.userId },
    );
  }
}
