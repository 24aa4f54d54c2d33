import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import {
  type AskedOrder,
  type Direction,
  type RowOrder,
  rowsBehind,
  rowsInOrder,
} from "@/lib/domain/kernel/row-order";
import { WALLET_LINE_TYPES } from "../schema";
import type {
  PendingHold,
  StatementLine,
  StatementMonth,
  WalletLineStatus,
  WalletLineType,
  WithdrawalLineStatus,
} from "../types";
import { listLinePostings } from "./line-postings";
import { listRunningBalances } from "./running-balances";

type ReadDeps = Pick<KernelDeps, "db">;

/** Days are whole days in UTC, YYYY-MM-DD, both included. */
export interface StatementFilter {
  /** An order's number, or a part of what the line says. */
  search?: string;
  type?: string;
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DAY_MS = 86_400_000;
const MAX_INT = 2_147_483_647;

function dayOf(text: string | undefined): Date | null {
  const day = text && DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

function matching(scope: CustomerScope, { search = "", type, from, to }: StatementFilter): Prisma.Sql {
  const parts = [Prisma.sql`l.user_id = ${scope.userId}::uuid`];
  const known = WALLET_LINE_TYPES.find((candidate) => candidate === type);
  if (known) parts.push(Prisma.sql`l.type = ${known}::"WalletTransactionType"`);
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first) parts.push(Prisma.sql`l.created_at >= ${first}`);
  if (last) parts.push(Prisma.sql`l.created_at < ${new Date(last.getTime() + DAY_MS)}`);
  const text = search.trim();
  if (text !== "") {
    const number = /^#?\d{1,10}$/.test(text) ? Number(text.replace("#", "")) : 0;
    const byNumber =
      number >= 1 && number <= MAX_INT ? Prisma.sql`o.number = ${number}::int` : Prisma.sql`false`;
    const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(${byNumber} OR l.description ILIKE ${like} OR s.name ILIKE ${like})`);
  }
  return Prisma.join(parts, " AND ");
}

const TABLES = Prisma.sql`
  wallet_transactions l LEFT JOIN orders o ON o.id = l.order_id LEFT JOIN services s ON s.id = o.service_id
  LEFT JOIN withdrawals d ON d.hold_id = l.hold_id LEFT JOIN invoices i ON i.id = l.invoice_id`;

interface LineRow {
  id: string;
  type: WalletLineType;
  status: WalletLineStatus;
  amountMicros: bigint;
  currency: string;
  description: string | null;
  gateway: string;
  paymentMethod: string;
  orderId: string | null;
  orderNumber: number | null;
  serviceName: string | null;
  withdrawalId: string | null;
  withdrawalNumber: number | null;
  withdrawalStatus: WithdrawalLineStatus | null;
  invoiceId: string | null;
  invoiceNumber: number | null;
  createdAt: Date;
}

const COLUMNS = Prisma.sql`
  l.id, l.type::text AS type, l.status::text AS status, l.amount_micros AS "amountMicros", l.currency, l.description,
  l.gateway::text AS gateway, l.payment_method::text AS "paymentMethod", l.order_id AS "orderId",
  o.number AS "orderNumber", s.name AS "serviceName", d.id AS "withdrawalId",
  d.number AS "withdrawalNumber", d.status::text AS "withdrawalStatus", i.id AS "invoiceId", i.number AS "invoiceNumber", l.created_at AS "createdAt"`;

async function toLines(deps: ReadDeps, scope: CustomerScope, rows: LineRow[]): Promise<StatementLine[]> {
  const ids = rows.map((row) => row.id);
  const [postings, balances] = await Promise.all([
    listLinePostings(deps.db, scope.userId, ids),
    listRunningBalances(deps.db, scope.userId, ids),
  ]);
  return rows.map(
    ({ withdrawalId, withdrawalNumber, withdrawalStatus, invoiceId, invoiceNumber, ...row }) => {
      const steps = postings.get(row.id) ?? [];
      return {
        ...row,
        withdrawal:
          withdrawalId !== null && withdrawalNumber !== null && withdrawalStatus !== null
            ? { id: withdrawalId, number: withdrawalNumber, status: withdrawalStatus }
            : null,
        invoice:
          invoiceId !== null && invoiceNumber !== null ? { id: invoiceId, number: invoiceNumber } : null,
        createdAt: row.createdAt.toISOString(),
        postings: steps,
        availableAfterMicros: balances.get(row.id) ?? null,
      };
    },
  );
}

/** One page of a customer's lines, newest first unless asked otherwise. */
export async function listStatement(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: StatementFilter,
  asked: { page: number; pageSize: number; direction?: "asc" | "desc" },
): Promise<Page<StatementLine>> {
  const where = matching(scope, filter);
  const [sum] = await deps.db.$queryRaw<{ counted: bigint }[]>`
    SELECT count(*) AS counted FROM (SELECT 1 FROM ${TABLES} WHERE ${where} LIMIT ${TOTAL_LIMIT}) found`;
  const counted = Number(sum?.counted ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const way = asked.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await deps.db.$queryRaw<LineRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE ${where}
    ORDER BY l.created_at ${way}, l.id ${way} LIMIT ${pageSize} OFFSET ${offset}`;
  return toPage(await toLines(deps, scope, rows), counted, asked);
}

const BATCH = 500;

/** The lines behind the last one seen, newest first: at most `limit` of them. */
export async function listStatementAfter(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: StatementFilter,
  {
    after,
    limit,
    direction = "desc",
  }: { after: { at: Date; id: string } | null; limit: number; direction?: Direction },
): Promise<StatementLine[]> {
  const order: RowOrder = {
    by: Prisma.sql`l.created_at`,
    direction,
    unique: Prisma.sql`l.id`,
    uniqueDirection: direction,
  };
  const behind = rowsBehind(order, after && { by: after.at, unique: Prisma.sql`${after.id}::uuid` });
  const rows = await deps.db.$queryRaw<LineRow[]>`
    SELECT ${COLUMNS} FROM ${TABLES} WHERE ${matching(scope, filter)} AND ${behind}
    ORDER BY ${rowsInOrder(order)} LIMIT ${limit}`;
  return toLines(deps, scope, rows);
}

/** The same lines, all of them, newest first. */
export async function* eachStatementLine(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: StatementFilter,
  { direction }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<StatementLine> {
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const lines: StatementLine[] = await listStatementAfter(deps, scope, filter, {
      after,
      limit: BATCH,
      direction,
    });
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < BATCH) return;
    after = { at: new Date(last.createdAt), id: last.id };
  }
}

/** What is held now: for which order, how much, until when. */
export async function listPendingHolds(deps: ReadDeps, scope: CustomerScope): Promise<PendingHold[]> {
  const rows = await deps.db.hold.findMany({
    where: { userId: scope.userId, status: "PENDING", currency: WALLET_CURRENCY },
    orderBy: { expiresAt: "asc" },
    take: 100,
    include: {
      order: { select: { id: true, number: true, expiresAt: true, service: { select: { name: true } } } },
    },
  });
  const withdrawals = await deps.db.withdrawal.findMany({
    where: { holdId: { in: rows.filter((row) => row.ownerType === "withdrawal").map((row) => row.id) } },
    select: { id: true, number: true, holdId: true },
  });
  return rows.map((row) => ({
    id: row.id.toString(),
    amountMicros: row.amountMicros,
    currency: row.currency,
    expiresAt: row.expiresAt.toISOString(),
    order: row.order && {
      id: row.order.id,
      number: row.order.number,
      service: row.order.service.name,
      endsAt: row.order.expiresAt?.toISOString() ?? null,
    },
    withdrawal: withdrawals.find(({ holdId }) => holdId === row.id) ?? null,
  }));
}

/** The books write a debt below zero. */
function owed(micros: bigint | undefined): bigint {
  return micros !== undefined && micros < 0n ? -micros : 0n;
}

/** One calendar month (UTC) with what the customer owned before and after it; null for what is no month. */
export async function readStatementMonth(
  deps: ReadDeps,
  scope: CustomerScope,
  month: string,
): Promise<StatementMonth | null> {
  if (!MONTH.test(month)) return null;
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const last = new Date(until.getTime() - DAY_MS).toISOString().slice(0, 10);
  const lines: StatementLine[] = [];
  for await (const line of eachStatementLine(deps, scope, { from: `${month}-01`, to: last }))
    lines.unshift(line);
  const sums = await deps.db.$queryRaw<{ code: string; opening: bigint; closing: bigint }[]>`
    SELECT a.code, coalesce(sum(e.amount) FILTER (WHERE t.event_at < ${from}), 0)::bigint AS opening,
      coalesce(sum(e.amount), 0)::bigint AS closing
    FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.id
    JOIN ledger_transactions t ON t.id = e.transaction_id
    WHERE a.user_id = ${scope.userId}::uuid AND a.code IN ('available', 'debt') AND a.currency = ${WALLET_CURRENCY}
      AND t.event_at < ${until}
    GROUP BY a.code`;
  const available = sums.find(({ code }) => code === "available");
  const debt = sums.find(({ code }) => code === "debt");
  return {
    month,
    currency: WALLET_CURRENCY,
    openingMicros: available?.opening ?? 0n,
    closingMicros: available?.closing ?? 0n,
    owedOpeningMicros: owed(debt?.opening),
    owedClosingMicros: owed(debt?.closing),
    lines,
  };
}
