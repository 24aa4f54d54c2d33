import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { AccountEntriesPage } from "../types";

export interface AccountEntriesInput {
  /** One account, or all three of a customer; everything when neither is given. */
  accountId?: bigint;
  userId?: string;
  page: number;
  pageSize: number;
}

/** The journal, newest first, for staff. Pages count from 1. */
export async function listAccountEntries(
  deps: Pick<KernelDeps, "db">,
  { accountId, userId, page, pageSize }: AccountEntriesInput,
): Promise<AccountEntriesPage> {
  const where = { accountId, account: userId === undefined ? undefined : { userId } };
  const [rows, total] = await Promise.all([
    deps.db.ledgerEntry.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { transaction: true, account: { select: { id: true, code: true, userId: true } } },
    }),
    deps.db.ledgerEntry.count({ where }),
  ]);
  const entries = rows.map(({ transaction, account, ...entry }) => ({
    id: entry.id.toString(),
    transactionId: transaction.id.toString(),
    kind: transaction.kind,
    idempotencyKey: transaction.idempotencyKey,
    refType: transaction.refType,
    refId: transaction.refId,
    at: transaction.eventAt.toISOString(),
    account: { ...account, id: account.id.toString() },
    currency: entry.currency,
    amountMicros: entry.amount,
    balanceAfterMicros: entry.balanceAfter,
  }));
  return { entries, total, page, pageSize };
}
