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
import { canSeeUsers } from "../policy";
import type { UserListItem } from "../types";
import { matchingUsers, type UserFilter } from "./user-search";

type ReadDeps = Pick<KernelDeps, "db">;

interface Asked extends AskedOrder {
  page: number;
  pageSize: number;
}

const SORTS: Record<string, Prisma.Sql> = {
  username: Prisma.sql`u.username`,
  level: Prisma.sql`u.verification_level`,
  registered: Prisma.sql`u.registered_at`,
  lastLogin: Prisma.sql`u.last_login_at`,
};

function orderOf({ sort = "registered", direction = "desc" }: AskedOrder): RowOrder {
  return {
    by: SORTS[sort] ?? Prisma.sql`u.registered_at`,
    direction,
    hasGaps: sort === "lastLogin",
    unique: Prisma.sql`u.id`,
    uniqueDirection: direction,
  };
}

const COLUMNS = Prisma.sql`
  u.id, u.username, u.email, u.display_name AS "displayName", u.phone, u.role::text AS role, u.status::text AS status,
  u.verification_level AS "verificationLevel", u.locale, u.registered_at AS "registeredAt",
  u.last_login_at AS "lastLoginAt"`;

interface UserRow extends Omit<UserListItem, "registeredAt" | "lastLoginAt"> {
  registeredAt: Date;
  lastLoginAt: Date | null;
}

const toItem = (row: UserRow): UserListItem => ({
  ...row,
  registeredAt: row.registeredAt.toISOString(),
  lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
});

/** People for staff, as a list's address asks. */
export async function listUsers(
  deps: ReadDeps,
  actor: Actor,
  filter: UserFilter,
  asked: Asked,
): Promise<Page<UserListItem>> {
  if (!canSeeUsers(actor)) throw new RefusalError("forbidden");
  const where = matchingUsers(filter);
  const [sum] = await deps.db.$queryRaw<{ counted: bigint }[]>`
    SELECT count(*) AS counted FROM (SELECT 1 FROM users u WHERE ${where} LIMIT ${TOTAL_LIMIT}) found`;
  const counted = Number(sum?.counted ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.$queryRaw<UserRow[]>`
    SELECT ${COLUMNS} FROM users u WHERE ${where} ORDER BY ${rowsInOrder(orderOf(asked))} LIMIT ${pageSize} OFFSET ${offset}`;
  return toPage(rows.map(toItem), counted, asked);
}

const BATCH = 1_000;

/** The same people in the same order, all of them, read in batches. */
export async function* eachUser(
  deps: ReadDeps,
  actor: Actor,
  filter: UserFilter,
  asked: AskedOrder = {},
): AsyncGenerator<UserListItem> {
  if (!canSeeUsers(actor)) throw new RefusalError("forbidden");
  const where = matchingUsers(filter);
  const order = orderOf(asked);
  for (let last: LastRow | null = null; ; ) {
    const rows: (UserRow & { sortedBy: LastRow["by"] })[] = await deps.db.$queryRaw`
      SELECT ${COLUMNS}, ${order.by} AS "sortedBy" FROM users u WHERE ${where} AND ${rowsBehind(order, last)}
      ORDER BY ${rowsInOrder(order)} LIMIT ${BATCH}`;
    yield* rows.map(({ sortedBy, ...row }) => toItem(row));
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = { by: end.sortedBy, unique: Prisma.sql`${end.id}::uuid` };
  }
}
