import type { GatewayEvent } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { maskedBody } from "../masked-body";
import { canReadMoney } from "../policy";
import type { GatewayEventView, InvoiceView, RefundView } from "../types";
import { toRefundViews } from "./refund-view";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

const MAX_EVENTS = 50;

function toEventView(deps: ReadDeps, row: GatewayEvent): GatewayEventView {
  return {
    id: row.id,
    gateway: row.gateway,
    eventId: row.eventId,
    kind: row.kind,
    objectId: row.objectId,
    isVerified: row.isVerified,
    attempts: row.attempts,
    outcome: row.outcome,
    lastError: row.lastError,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    processedAt: row.processedAt?.toISOString() ?? null,
    body: maskedBody(deps.cipher.decrypt(row.body)),
  };
}

async function readRefunds(deps: ReadDeps, invoiceId: string): Promise<RefundView[]> {
  return toRefundViews(
    deps,
    await deps.db.paymentRefund.findMany({ where: { invoiceId }, orderBy: { createdAt: "asc" } }),
  );
}

/** What the gateway's objects of an invoice are called: its own reference, its payments, their disputes. */
async function readEvents(deps: ReadDeps, invoice: InvoiceView): Promise<GatewayEventView[]> {
  const disputes = await deps.db.payment.findMany({
    where: { invoiceId: invoice.id, disputeId: { not: null } },
    select: { disputeId: true },
  });
  const objects = [
    invoice.id,
    invoice.gatewayReference,
    ...invoice.payments.map(({ gatewayPaymentId }) => gatewayPaymentId),
    ...disputes.map(({ disputeId }) => disputeId),
  ].filter((id) => id !== null);
  const rows = await deps.db.gatewayEvent.findMany({
    where: { gateway: invoice.gateway, objectId: { in: objects } },
    orderBy: { receivedAt: "desc" },
    take: MAX_EVENTS,
  });
  return rows.map((row) => toEventView(deps, row));
}

/** What belongs to an invoice beside its payments, for staff: refunds, and the newest of what its gateway told. */
export async function readInvoiceTrail(
  deps: ReadDeps,
  actor: Actor,
  invoice: InvoiceView,
): Promise<{ refunds: RefundView[]; events: GatewayEventView[] }> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const [refunds, events] = await Promise.all([readRefunds(deps, invoice.id), readEvents(deps, invoice)]);
  return { refunds, events };
}
