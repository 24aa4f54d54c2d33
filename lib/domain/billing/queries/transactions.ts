import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import {
  type AskedOrder,
  type LastRow,
  type RowOrder,
  rowsBehind,
  rowsInOrder,
} from "@/lib/domain/kernel/row-order";
import { postingWord } from "@/lib/domain/wallet/postings";
import { canReadMoney } from "../policy";
import type { TransactionView } from "../types";
import { isUuid } from "./filter-values";
import { matchingLines, type TransactionFilter } from "./transaction-filter";

type ReadDeps = Pick<KernelDeps, "db">;

const PARTS = {
  user: { select: { username: true } },
  order: { select: { number: true } },
  invoice: { select: { number: true } },
  ledgerTransaction: { select: { kind: true } },
} satisfies Prisma.WalletTransactionInclude;

type Row = Prisma.WalletTransactionGetPayload<{ include: typeof PARTS }>;

function toView(row: Row, withdrawal: TransactionView["withdrawal"]): TransactionView {
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
    withdrawal,
    holdId: row.holdId?.toString() ?? null,
    ledgerTransactionId: row.ledgerTransactionId?.toString() ?? null,
    word: row.ledgerTransaction ? postingWord(row.ledgerTransaction.kind) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** These lines with their names, in the order of the ids. */
async function readLines({ db }: ReadDeps, ids: string[]): Promise<TransactionView[]> {
  const rows = await db.walletTransaction.findMany({ where: { id: { in: ids } }, include: PARTS });
  const holds = rows.flatMap(({ type, holdId }) =>
    type === "WITHDRAWAL" && holdId !== null ? [holdId] : [],
  );
  const withdrawals = await db.withdrawal.findMany({
    where: { holdId: { in: holds } },
    select: { id: true, number: true, status: true, holdId: true },
  });
  const byHold = new Map(withdrawals.map(({ holdId, ...rest }) => [holdId, rest]));
  const byId = new Map(rows.map((row) => [row.id, toView(row, byHold.get(row.holdId) ?? null)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Asked = Parameters<typeof pageWindow>[1] & { direction: "asc" | "desc"; sort?: string };

interface Found {
  counted: number;
  ids: string[];
}

function orderOf({ sort, direction = "desc" }: AskedOrder): RowOrder {
  const by = sort === "amount" ? Prisma.sql`l.amount_micros` : Prisma.sql`l.created_at`;
  return { by, direction, unique: Prisma.sql`l.id`, uniqueDirection: direction };
}

/** Along the order that is asked for, until the page is full. */
async function findAlong({ db }: ReadDeps, where: Prisma.Sql, asked: Asked): Promise<Found> {
  const [sum] = await db.$queryRaw<{ counted: bigint }[]>`
    SELECT count(*) AS counted FROM (SELECT 1 FROM wallet_transactions l WHERE ${where} LIMIT ${TOTAL_LIMIT}) found`;
  const counted = Number(sum?.counted ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM wallet_transactions l WHERE ${where} ORDER BY ${rowsInOrder(orderOf(asked))} LIMIT ${pageSize} OFFSET ${offset}`;
  return { counted, ids: rows.map(({ id }) => id) };
}

/** What more lines than these say is said all over: the newest are near. */
const GATHERED = 50_000;

/**
 * What is looked for is gathered first and put in order afterwards. Along time a word would be read out of every line until
 * a page is full: seconds, where all that say it are old.
 */
async function findGathered(deps: ReadDeps, where: Prisma.Sql, asked: Asked): Promise<Found> {
  const most = asked.sort === "amount" ? Prisma.empty : Prisma.sql`LIMIT ${GATHERED}`;
  const gathered = (page: Prisma.Sql) => deps.db.$queryRaw<{ id: string; counted: bigint }[]>`
    WITH l AS MATERIALIZED (
      SELECT l.id, l.created_at, l.amount_micros FROM wallet_transactions l WHERE ${where} ${most})
    SELECT l.id, (SELECT count(*) FROM l) AS counted FROM l ORDER BY ${rowsInOrder(orderOf(asked))} ${page}`;
  const pageAt = (offset: number) => gathered(Prisma.sql`LIMIT ${asked.pageSize} OFFSET ${offset}`);
  let rows = await pageAt(pageWindow(TOTAL_LIMIT, asked).offset);
  if (rows.length === 0 && asked.page > 1) {
    const [first] = await gathered(Prisma.sql`LIMIT 1`);
    if (first) rows = await pageAt(pageWindow(Number(first.counted), asked).offset);
  }
  const counted = Number(rows[0]?.counted ?? 0n);
  if (asked.sort !== "amount" && counted >= GATHERED) return findAlong(deps, where, asked);
  return { counted, ids: rows.map(({ id }) => id) };
}

/** Everybody's lines for staff, newest first where nothing else is asked; `sort` may be "amount". */
export async function listTransactions(
  deps: ReadDeps,
  actor: Actor,
  filter: TransactionFilter,
  asked: Asked,
): Promise<Page<TransactionView>> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = await matchingLines(deps, filter);
  const find = filter.search?.trim() ? findGathered : findAlong;
  const { counted, ids } = await find(deps, where, asked);
  return toPage(await readLines(deps, ids), counted, asked);
}

const BATCH = 500;

/** Everybody's lines that match, all of them, newest first unless asked otherwise, read in batches. */
export async function* eachTransaction(
  deps: ReadDeps,
  actor: Actor,
  filter: TransactionFilter,
  asked: AskedOrder = {},
): AsyncGenerator<TransactionView> {
  if (!canReadMoney(actor)) throw new RefusalError("forbidden");
  const where = await matchingLines(deps, filter);
  const order = orderOf(asked);
  for (let last: LastRow | null = null; ; ) {
    const found: { id: string; sortedBy: Date | bigint }[] = await deps.db.$queryRaw`
      SELECT l.id, ${order.by} AS "sortedBy" FROM wallet_transactions l WHERE ${where} AND ${rowsBehind(order, last)}
      ORDER BY ${rowsInOrder(order)} LIMIT ${BATCH}`;
    yield* await readLines(
      deps,
      found.map(({ id }) => id),
    );
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = { by: end.sortedBy, unique: Prisma.sql`${end.id}::uuid` };
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
  const [line] = await readLines(deps, [id]);
  return line ?? null;
}
