import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canReadLedger } from "../policy";
import { postingWord } from "../postings";
import type { HoldView, LedgerTransactionView, OrderLedger } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

const NUMBER = /^\d{1,15}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const WITH = {
  entries: {
    orderBy: { id: "asc" },
    include: { account: { include: { user: { select: { username: true } } } } },
  },
  line: { select: { id: true, orderId: true, userId: true } },
  reversedBy: { select: { id: true } },
} as const satisfies Prisma.LedgerTransactionInclude;

type TransactionRow = Prisma.LedgerTransactionGetPayload<{ include: typeof WITH }>;

function toView(row: TransactionRow, orderId: string | null): LedgerTransactionView {
  return {
    id: row.id.toString(),
    kind: row.kind,
    word: postingWord(row.kind),
    idempotencyKey: row.idempotencyKey,
    holdId: row.holdId?.toString() ?? null,
    reversesId: row.reversesTxId?.toString() ?? null,
    reversedById: row.reversedBy?.id.toString() ?? null,
    refType: row.refType,
    refId: row.refId,
    lineId: row.line?.id ?? null,
    orderId,
    eventAt: row.eventAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    entries: row.entries.map((entry) => ({
      id: entry.id.toString(),
      accountId: entry.accountId.toString(),
      accountCode: entry.account.code,
      accountKind: entry.account.kind,
      userId: entry.account.userId,
      username: entry.account.user?.username ?? null,
      currency: entry.currency,
      amountMicros: entry.amount,
      balanceAfterMicros: entry.balanceAfter,
    })),
  };
}

function toHold(row: Prisma.HoldGetPayload<object>): HoldView {
  return {
    id: row.id.toString(),
    amountMicros: row.amountMicros,
    capturedMicros: row.capturedMicros,
    currency: row.currency,
    status: row.status,
    ownerType: row.ownerType,
    ownerId: row.ownerId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

/** One transaction with its entries and the hold it placed or resolved; null when there is none. */
export async function getLedgerTransaction(
  deps: ReadDeps,
  actor: Actor,
  id: string,
): Promise<{ transaction: LedgerTransactionView; hold: HoldView | null } | null> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  if (!NUMBER.test(id)) return null;
  const row = await deps.db.ledgerTransaction.findUnique({ where: { id: BigInt(id) }, include: WITH });
  if (!row) return null;
  const hold = await deps.db.hold.findFirst({
    where: row.holdId === null ? { placedByTxId: row.id } : { id: row.holdId },
  });
  const orderId = hold?.ownerType === "order" ? hold.ownerId : (row.line?.orderId ?? null);
  return { transaction: toView(row, orderId), hold: hold && toHold(hold) };
}

/** What an order did in the books: its holds and every transaction of its lines. `found` is an id or a number. */
export async function getOrderLedger(
  deps: ReadDeps,
  actor: Actor,
  found: string,
): Promise<OrderLedger | null> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  const text = found.trim().replace(/^#/, "");
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  if (number === null && !UUID.test(text)) return null;
  const order = await deps.db.order.findFirst({
    where: { ...(number === null ? { id: text } : { number }), isSandbox: false },
    select: { id: true, number: true, status: true, user: { select: { id: true, username: true } } },
  });
  if (!order) return null;
  const [holds, lines] = await Promise.all([
    deps.db.hold.findMany({ where: { ownerType: "order", ownerId: order.id }, orderBy: { id: "asc" } }),
    deps.db.walletTransaction.findMany({
      where: { orderId: order.id },
      select: { ledgerTransactionId: true },
    }),
  ]);
  const ids = [
    ...holds.map((hold) => hold.placedByTxId),
    ...lines.flatMap((line) => line.ledgerTransactionId ?? []),
  ];
  const rows = await deps.db.ledgerTransaction.findMany({
    where: { OR: [{ id: { in: ids } }, { holdId: { in: holds.map((hold) => hold.id) } }] },
    orderBy: { id: "asc" },
    include: WITH,
  });
  return {
    order: {
      id: order.id,
      number: order.number,
      status: order.status,
      userId: order.user.id,
      username: order.user.username,
    },
    holds: holds.map(toHold),
    transactions: rows.map((row) => toView(row, order.id)),
  };
}
