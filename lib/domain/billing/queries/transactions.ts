import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { postingWord } from "@/lib/domain/wallet/postings";
import { WALLET_LINE_STATUSES, WALLET_LINE_TYPES } from "@/lib/domain/wallet/schema";
import { canReadMoney } from "../policy";
import type { TransactionView } from "../types";
import { dayOf, isUuid, nextDay } from "./filter-values";

type ReadDeps = Pick<KernelDeps, "db">;

/** All optional; what cannot be is left out. Days are UTC, both included. */
export interface TransactionFilter {
  /** An id (of the line, its order or invoice), a gateway's reference, an order's or invoice's number, a part of what it says. */
  search?: string;
  type?: string;
  status?: string;
  gateway?: string;
  currency?: string;
  /** A username, an e-mail or an id. */
  person?: string;
  from?: string;
  to?: string;
  /** Bounds of the amount without its sign, decimals: "0.35". */
  least?: string;
  most?: string;
}

export const TRANSACTION_GATEWAYS = ["STRIPE", "MERCADOPAGO", "CRYPTO", "INTERNAL", "SANDBOX"] as const;

const PARTS = {
  user: { select: { username: true } },
  order: { select: { number: true } },
  invoice: { select: { number: true } },
  ledgerTransaction: { select: { kind: true } },
} satisfies Prisma.WalletTransactionInclude;

type Row = Prisma.WalletTransactionGetPayload<{ include: typeof PARTS }>;
type Where = Prisma.WalletTransactionWhereInput;

function searched(search: string): Where {
  if (search === "") return {};
  if (isUuid(search)) return { OR: [{ id: search }, { orderId: search }, { invoiceId: search }] };
  const ways: Where[] = [
    { gatewayTransactionId: search },
    { description: { contains: search, mode: "insensitive" } },
  ];
  const number = Number(/^#?(\d{1,9})$/.exec(search)?.[1]);
  if (number > 0) ways.push({ order: { number } }, { invoice: { number } });
  return { OR: ways };
}

function ofPerson(person: string): Where {
  if (person === "") return {};
  if (isUuid(person)) return { userId: person };
  const name = person.toLowerCase();
  return { user: { OR: [{ username: name }, { email: name }] } };
}

/** Both bounds hold for the amount whichever way it went. */
function ofAmount(least: bigint | null, most: bigint | null): Where {
  const low = least !== null && least > 0n ? least : null;
  const high = most !== null && most >= 0n ? most : null;
  const parts: Where[] = [];
  if (low !== null) parts.push({ OR: [{ amountMicros: { gte: low } }, { amountMicros: { lte: -low } }] });
  if (high !== null) parts.push({ amountMicros: { gte: -high, lte: high } });
  return { AND: parts };
}

function matching(filter: TransactionFilter): Where {
  const type = WALLET_LINE_TYPES.find((known) => known === filter.type);
  const status = WALLET_LINE_STATUSES.find((known) => known === filter.status);
  const gateway = TRANSACTION_GATEWAYS.find((known) => known === filter.gateway);
  const currency = filter.currency?.trim().toUpperCase();
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  return {
    AND: [
      searched(filter.search?.trim() ?? ""),
      ofPerson(filter.person?.trim() ?? ""),
      ofAmount(parseDecimal(filter.least ?? ""), parseDecimal(filter.most ?? "")),
    ],
    ...(type ? { type } : {}),
    ...(status ? { status } : {}),
    ...(gateway ? { gateway } : {}),
    ...(currency ? { currency } : {}),
    ...(from || to
      ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: nextDay(to) } : {}) } }
      : {}),
  };
}

function toView(row: Row): TransactionView {
  return {
    id: row.id,
    user: { id: row.userId, username: row.user.username },
    type: row.type,
    status: row.status,
    amount: toDecimal(row.amountMicros),
    currency: row.currency,
    gateway: row.gateway,
    paymentMethod: row.paymentMethod,
    gatewayTransactionId: row.gatewayTransactionId,
    paymentDetails: row.paymentDetails === null ? null : JSON.stringify(row.paymentDetails),
    description: row.description,
    order: row.orderId && row.order ? { id: row.orderId, number: row.order.number } : null,
    invoice: row.invoiceId && row.invoice ? { id: row.invoiceId, number: row.invoice.number } : null,
    holdId: row.holdId?.toString() ?? null,
    ledgerTransactionId: row.ledgerTransactionId?.toString() ?? null,
    word: row.ledgerTransaction ? postingWord(row.ledgerTransaction.kind) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Everybody's lines for staff, newest first where nothing else is asked; `sort` may be "amount". */
export async function listTransactions(
  deps: ReadDeps,
  actor: Actor,
  filter: TransactionFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc"; sort?: string },
): Promise<Page<TransactionView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const counted = await deps.db.walletTransaction.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const { direction } = asked;
  const first: Prisma.WalletTransactionOrderByWithRelationInput =
    asked.sort === "amount" ? { amountMicros: direction } : { createdAt: direction };
  const rows = await deps.db.walletTransaction.findMany({
    where,
    include: PARTS,
    orderBy: [first, { id: direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(toView), counted, asked);
}

const BATCH = 500;

/** Everybody's lines that match, all of them, newest first, read in batches. */
export async function* eachTransaction(
  deps: ReadDeps,
  actor: Actor,
  filter: TransactionFilter,
): AsyncGenerator<TransactionView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let after: Row | null = null; ; ) {
    const older: Where = after
      ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
      : {};
    const rows: Row[] = await deps.db.walletTransaction.findMany({
      where: { AND: [where, older] },
      include: PARTS,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: BATCH,
    });
    yield* rows.map(toView);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last;
  }
}

/** One line with its steps' payments at the gateway; null for none. */
export async function getTransaction(
  deps: ReadDeps,
  actor: Actor,
  id: string,
): Promise<TransactionView | null> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  if (!isUuid(id)) return null;
  const row = await deps.db.walletTransaction.findUnique({ where: { id }, include: PARTS });
  return row ? toView(row) : null;
}
