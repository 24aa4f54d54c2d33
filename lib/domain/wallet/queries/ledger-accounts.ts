import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import {
  type AskedOrder,
  type LastRow,
  type RowOrder,
  rowsBehind,
  rowsInOrder,
} from "@/lib/domain/kernel/row-order";
import { canReadLedger } from "../policy";
import type { LedgerAccountView } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

export interface LedgerAccountFilter {
  /** An account's name or number, or its owner: part of the name or address, a whole id. */
  search?: string;
  kind?: string;
}

interface Asked {
  page: number;
  pageSize: number;
  sort: string;
  direction: "asc" | "desc";
}

const KINDS = ["SYSTEM", "USER_AVAILABLE", "USER_HELD", "USER_DEBT"];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NUMBER = /^\d{1,15}$/;

function matching({ search = "", kind }: LedgerAccountFilter): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (kind && KINDS.includes(kind)) parts.push(Prisma.sql`a.kind = ${kind}::"LedgerAccountKind"`);
  const text = search.trim();
  if (UUID.test(text)) parts.push(Prisma.sql`a.user_id = ${text}::uuid`);
  else if (NUMBER.test(text)) parts.push(Prisma.sql`a.id = ${BigInt(text)}`);
  else if (text !== "") {
    const like = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(a.user_id IS NULL AND a.code LIKE ${like} OR a.user_id IN (
      SELECT u.id FROM users u WHERE u.username LIKE ${like} OR u.email LIKE ${like}))`);
  }
  return Prisma.join(parts, " AND ");
}

function orderOf({ sort, direction = "asc" }: AskedOrder): RowOrder {
  const unique = Prisma.sql`a.id`;
  return sort === "balance"
    ? { by: Prisma.sql`a.balance`, direction, unique, uniqueDirection: "asc" }
    : { by: unique, direction, unique, uniqueDirection: direction };
}

interface AccountRow extends Omit<LedgerAccountView, "id" | "createdAt"> {
  id: bigint;
  createdAt: Date;
}

/** Accounts of the house keep no balance of their own: theirs is summed from the entries. */
const COLUMNS = Prisma.sql`
  a.id, a.kind::text AS kind, a.code, a.currency, a.user_id AS "userId", u.username, a.created_at AS "createdAt",
  CASE WHEN a.is_cached THEN a.balance
    ELSE coalesce((SELECT sum(e.amount) FROM ledger_entries e WHERE e.account_id = a.id), 0)::bigint
  END AS "balanceMicros"`;

function toView(row: AccountRow): LedgerAccountView {
  return { ...row, id: row.id.toString(), createdAt: row.createdAt.toISOString() };
}

/** Every account of the books, for staff. */
export async function listLedgerAccounts(
  deps: ReadDeps,
  actor: Actor,
  filter: LedgerAccountFilter,
  asked: Asked,
): Promise<Page<LedgerAccountView>> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const [sum] = await deps.db.$queryRaw<{ counted: bigint }[]>`
    SELECT count(*) AS counted FROM (SELECT 1 FROM ledger_accounts a WHERE ${where} LIMIT ${TOTAL_LIMIT}) found`;
  const counted = Number(sum?.counted ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.$queryRaw<AccountRow[]>`
    SELECT ${COLUMNS}
    FROM (SELECT a.* FROM ledger_accounts a WHERE ${where} ORDER BY ${rowsInOrder(orderOf(asked))}
      LIMIT ${pageSize} OFFSET ${offset}) a
    LEFT JOIN users u ON u.id = a.user_id
    ORDER BY ${rowsInOrder(orderOf(asked))}`;
  return toPage(rows.map(toView), counted, asked);
}

const BATCH = 1_000;

/** The same accounts in the same order, all of them, read in batches. */
export async function* eachLedgerAccount(
  deps: ReadDeps,
  actor: Actor,
  filter: LedgerAccountFilter,
  asked: AskedOrder = {},
): AsyncGenerator<LedgerAccountView> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const order = orderOf(asked);
  for (let last: LastRow | null = null; ; ) {
    const rows: (AccountRow & { sortedBy: bigint })[] = await deps.db.$queryRaw`
      SELECT ${COLUMNS}, ${order.by} AS "sortedBy" FROM ledger_accounts a LEFT JOIN users u ON u.id = a.user_id
      WHERE ${where} AND ${rowsBehind(order, last)} ORDER BY ${rowsInOrder(order)} LIMIT ${BATCH}`;
    yield* rows.map(({ sortedBy, ...row }) => toView(row));
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = { by: end.sortedBy, unique: Prisma.sql`${end.id}` };
  }
}

/** One account; null when there is none. */
export async function getLedgerAccount(
  deps: ReadDeps,
  actor: Actor,
  id: string,
): Promise<LedgerAccountView | null> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  if (!NUMBER.test(id)) return null;
  const rows = await deps.db.$queryRaw<AccountRow[]>`
    SELECT ${COLUMNS} FROM ledger_accounts a LEFT JOIN users u ON u.id = a.user_id WHERE a.id = ${BigInt(id)}`;
  return rows[0] ? toView(rows[0]) : null;
}

/** The accounts of one customer, as their page shows them. */
export async function listAccountsOfUser(
  deps: ReadDeps,
  actor: Actor,
  userId: string,
): Promise<LedgerAccountView[]> {
  if (!canReadLedger(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.$queryRaw<AccountRow[]>`
    SELECT ${COLUMNS} FROM ledger_accounts a LEFT JOIN users u ON u.id = a.user_id
    WHERE a.user_id = ${userId}::uuid ORDER BY a.id`;
  return rows.map(toView);
}
