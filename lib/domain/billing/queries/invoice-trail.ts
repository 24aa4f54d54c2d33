import type { GatewayEvent, Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { maskedBody } from "../masked-body";
import { canReadMoney } from "../policy";
import type { GatewayEventView, InvoiceView, RefundView } from "../types";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

const MAX_EVENTS = 50;

function toRefundView(row: Prisma.PaymentRefundGetPayload<object>, names: Map<string, string>): RefundView {
  return {
    id: row.id,
    invoiceId: row.invoiceId,
    paymentId: row.paymentId,
    amount: toDecimal(row.amountMicros),
    status: row.status,
    reason: row.reason,
    requestedBy: row.requestedById === null ? null : (names.get(row.requestedById) ?? row.requestedById),
    gatewayRefundId: row.gatewayRefundId,
    failureCode: row.failureCode,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

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
  const rows = await deps.db.paymentRefund.findMany({ where: { invoiceId }, orderBy: { createdAt: "asc" } });
  const ids = rows.flatMap(({ requestedById }) => requestedById ?? []);
  const people = await deps.db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, username: true },
  });
  const names = new Map(people.map(({ id, username }) => [id, username]));
  return rows.map((row) => toRefundView(row, names));
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
