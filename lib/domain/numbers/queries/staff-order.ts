import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { canReadAllOrders } from "../policy";
import { orderIdSchema } from "../schema";
import type { StaffOrderDetail } from "../types";
import { readOrdersById } from "./order-rows";
import { toStaffViews } from "./order-view";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The whole row with its messages (never their words), money and kin. */
function readRow(deps: ReadDeps, id: string) {
  return deps.db.order.findUnique({
    where: { id },
    omit: { verificationCode: true, requestHash: true },
    include: {
      operator: { select: { name: true } },
      hold: true,
      transactions: { orderBy: { createdAt: "asc" } },
      messages: {
        where: { direction: "INBOUND" },
        orderBy: { receivedAt: "asc" },
        select: {
          id: true,
          source: true,
          providerMessageId: true,
          fromAddress: true,
          toAddress: true,
          segments: true,
          costMicros: true,
          receivedAt: true,
          sentAt: true,
          deliveredAt: true,
          isForeign: true,
          isLate: true,
          status: true,
        },
      },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function factsOf(row: Row): StaffOrderDetail["facts"] {
  return {
    operator: row.operator?.name ?? null,
    phoneNumberId: row.phoneNumberId,
    closeReason: row.closeReason,
    closingReason: row.closingReason,
    idempotencyScope: row.idempotencyScope,
    idempotencyKey: row.idempotencyKey,
    apiKeyId: row.apiKeyId,
    projectId: row.projectId,
    isSandbox: row.isSandbox,
    isDemoHistory: row.isDemoHistory,
    messageCount: row.messageCount,
    firstCodeAt: iso(row.firstCodeAt),
    lastMessageReceivedAt: iso(row.lastMessageReceivedAt),
    resendRequestedAt: iso(row.resendRequestedAt),
    resolveBy: iso(row.resolveBy),
    closingAt: iso(row.closingAt),
    refundedAt: iso(row.refundedAt),
    lateCodeAt: iso(row.lateCodeAt),
    watchUntil: iso(row.watchUntil),
    reactivationOfId: row.reactivationOfId,
    reactivationCount: row.reactivationCount,
    ipAddress: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    providerId: row.providerId,
    serviceId: row.serviceId,
    countryId: row.countryId,
  };
}

/** One order with everything that staff may see of it; null when it is missing or the reader is no staff. */
export async function getStaffOrder(
  deps: ReadDeps,
  actor: Actor,
  rawId: string,
): Promise<StaffOrderDetail | null> {
  const id = orderIdSchema.safeParse(rawId);
  if (!canReadAllOrders(actor) || !id.success) return null;
  const [views, row, reactivations] = await Promise.all([
    readOrdersById(deps, [id.data]).then((rows) => toStaffViews(deps, rows)),
    readRow(deps, id.data),
    deps.db.$queryRaw<{ id: string; number: number }[]>`
      SELECT id, number FROM orders WHERE reactivation_of_id = ${id.data}::uuid ORDER BY number`,
  ]);
  const [view] = views;
  if (!view || !row) return null;
  return {
    ...view,
    facts: factsOf(row),
    received: row.messages.map((message) => ({
      id: message.id,
      source: message.source,
      providerMessageId: message.providerMessageId,
      from: message.fromAddress,
      to: message.toAddress,
      segments: message.segments,
      cost: toDecimal(message.costMicros),
      sentAt: iso(message.sentAt),
      deliveredAt: iso(message.deliveredAt),
      receivedAt: message.receivedAt.toISOString(),
      isForeign: message.isForeign,
      isLate: message.isLate,
      status: message.status,
    })),
    hold: row.hold && {
      id: row.hold.id.toString(),
      status: row.hold.status,
      amount: toDecimal(row.hold.amountMicros),
      captured: toDecimal(row.hold.capturedMicros),
      placedBy: row.hold.placedByTxId.toString(),
      resolvedAt: iso(row.hold.resolvedAt),
    },
    lines: row.transactions.map((line) => ({
      id: line.id,
      type: line.type,
      status: line.status,
      amount: toDecimal(line.amountMicros),
      currency: line.currency,
      description: line.description,
      createdAt: line.createdAt.toISOString(),
      ledgerTransactionId: line.ledgerTransactionId?.toString() ?? null,
    })),
    reactivations,
  };
}
