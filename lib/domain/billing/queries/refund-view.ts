import type { PaymentRefund } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { RefundView } from "../types";

/** Refunds with the names of those who asked for them. */
export async function toRefundViews(
  { db }: Pick<KernelDeps, "db">,
  rows: readonly PaymentRefund[],
): Promise<RefundView[]> {
  const ids = rows.flatMap(({ requestedById }) => requestedById ?? []);
  const people = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, username: true },
  });
  const names = new Map(people.map(({ id, username }) => [id, username]));
  return rows.map((row) => ({
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
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}
