import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type ListInput, likeText } from "@/lib/domain/kernel/list-input";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import {
  type AskedOrder,
  type LastRow,
  type RowOrder,
  rowsBehind,
  rowsInOrder,
} from "@/lib/domain/kernel/row-order";
import { canSeeStock } from "../policy";
import type { NamedProvider, NumberListRow, NumberState } from "../types";

export interface NumberRow {
  id: string;
  e164: string;
  country_id: string;
  iso2: string;
  country_name: string;
  operator: string | null;
  area_code: string | null;
  is_active: boolean;
  services: number;
  free: number;
  providers: NamedProvider[] | null;
  order_id: string | null;
  order_number: number | null;
  user_id: string | null;
  username: string | null;
  expires_at: Date | null;
  last_used_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

const SORTS: Record<string, Prisma.Sql> = {
  lastUsed: Prisma.sql`p.last_used_at`,
  created: Prisma.sql`p.created_at`,
};

/** The unique index gives the order of numbers only where gaps are not spoken of. */
function orderOf({ sort = "", direction = "asc" }: AskedOrder): RowOrder {
  const unique = Prisma.sql`p.e164`;
  const by = SORTS[sort];
  return by
    ? { by, direction, hasGaps: true, unique, uniqueDirection: "asc" }
    : { by: unique, direction, unique, uniqueDirection: direction };
}

const LIVE = Prisma.sql`EXISTS (SELECT FROM phone_number_services n
  WHERE n.phone_number_id = p.id AND n.live_order_id IS NOT NULL)`;
/** Something of it could still be rented, were it on the shelf. */
const LEFT = Prisma.sql`EXISTS (SELECT FROM phone_number_services n
  WHERE n.phone_number_id = p.id AND n.used_at IS NULL)`;

const STATES: Record<string, Prisma.Sql> = {
  rented: LIVE,
  free: Prisma.sql`(NOT ${LIVE} AND ${LEFT})`,
  used: Prisma.sql`(NOT ${LIVE} AND NOT ${LEFT})`,
};

function matching({ search, filters }: Pick<ListInput, "search" | "filters">): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  const digits = search.replace(/\D/g, "");
  if (search !== "" && digits === "") parts.push(Prisma.sql`false`);
  else if (search.startsWith("+")) parts.push(Prisma.sql`p.e164 LIKE ${`+${digits}%`}`);
  else if (digits !== "") parts.push(Prisma.sql`p.e164 LIKE ${`%${digits}%`}`);
  const { country, operator, provider, active, import: importId } = filters;
  if (importId)
    parts.push(
      z.uuid().safeParse(importId).success ? Prisma.sql`p.import_id = ${importId}::uuid` : Prisma.sql`false`,
    );
  if (country) {
    const part = `%${likeText(country)}%`;
    parts.push(Prisma.sql`p.country_id IN (SELECT c.id FROM countries c WHERE c.iso2 = ${country.toUpperCase()}
      OR c.legacy_id::text = ${country} OR c.name_en ILIKE ${part} OR c.name_fa ILIKE ${part} OR c.name_pt_br ILIKE ${part})`);
  }
  if (operator) {
    const part = `%${likeText(operator)}%`;
    parts.push(
      Prisma.sql`p.operator_id IN (SELECT r.id FROM operators r WHERE r.name ILIKE ${part} OR r.code ILIKE ${part})`,
    );
  }
  if (provider) {
    parts.push(Prisma.sql`EXISTS (SELECT FROM phone_number_services n JOIN providers v ON v.id = n.provider_id
      WHERE n.phone_number_id = p.id AND v.code = ${provider})`);
  }
  if (active) parts.push(Prisma.sql`p.is_active = ${active === "yes"}`);
  const state = STATES[filters.state ?? ""];
  if (state) parts.push(state);
  return Prisma.join(parts, " AND ");
}

/** A number of `few` with what hangs on it. */
function detailed(few: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH few AS (${few})
    SELECT p.id, p.e164, p.country_id, c.iso2, c.name_en AS country_name, r.name AS operator, p.area_code, p.is_active,
      s.services, s.free, s.providers, o.id AS order_id, o.number AS order_number, o.user_id, u.username, o.expires_at,
      p.last_used_at, p.created_at, p.updated_at
    FROM few JOIN phone_numbers p ON p.id = few.id
    JOIN countries c ON c.id = p.country_id LEFT JOIN operators r ON r.id = p.operator_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS services, count(*) FILTER (WHERE n.used_at IS NULL)::int AS free,
        jsonb_agg(DISTINCT jsonb_build_object('code', v.code, 'name', v.name)) AS providers
      FROM phone_number_services n JOIN providers v ON v.id = n.provider_id WHERE n.phone_number_id = p.id) s
    LEFT JOIN LATERAL (
      SELECT o.id, o.number, o.user_id, o.expires_at FROM phone_number_services n JOIN orders o ON o.id = n.live_order_id
      WHERE n.phone_number_id = p.id ORDER BY o.expires_at DESC NULLS LAST LIMIT 1) o ON true
    LEFT JOIN users u ON u.id = o.user_id
    ORDER BY ${order}`;
}

function stateOf(row: NumberRow): NumberState {
  if (row.order_id) return "rented";
  return row.free > 0 ? "free" : "used";
}

export function numberView(row: NumberRow): NumberListRow {
  const { order_id: orderId, order_number: orderNumber, user_id: userId, username } = row;
  return {
    id: row.id,
    e164: row.e164,
    country: { id: row.country_id, iso2: row.iso2, name: row.country_name },
    operator: row.operator,
    areaCode: row.area_code,
    isActive: row.is_active,
    state: stateOf(row),
    services: row.services,
    providers: row.providers ?? [],
    holder:
      orderId && userId && orderNumber !== null
        ? {
            userId,
            username: username ?? "",
            orderId,
            orderNumber,
            expiresAt: row.expires_at?.toISOString() ?? null,
          }
        : null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Our own numbers, for staff. The page is cut first; what hangs on a number is read for those few alone. */
export async function listNumbers(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: ListInput,
): Promise<Result<{ page: Page<NumberListRow>; providers: NamedProvider[] }>> {
  if (!canSeeStock(actor)) return refuse("forbidden");
  const where = matching(input);
  const [[counted], providers] = await Promise.all([
    deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (SELECT 1 FROM phone_numbers p WHERE ${where} LIMIT ${TOTAL_LIMIT}) c`,
    deps.db.provider.findMany({
      where: { kind: "OWN_STOCK" },
      select: { code: true, name: true },
      orderBy: { code: "asc" },
    }),
  ]);
  const total = counted?.count ?? 0;
  const { offset } = pageWindow(total, input);
  const order = rowsInOrder(orderOf(input));
  const few = Prisma.sql`SELECT p.id FROM phone_numbers p WHERE ${where}
    ORDER BY ${order} LIMIT ${input.pageSize} OFFSET ${offset}`;
  const rows = await deps.db.$queryRaw<NumberRow[]>`${detailed(few, order)}`;
  return ok({ page: toPage(rows.map(numberView), total, input), providers });
}

function sortedBy(row: NumberRow, sort: string | undefined): LastRow["by"] {
  if (sort === "lastUsed") return row.last_used_at;
  return sort === "created" ? row.created_at : row.e164;
}

const EXPORT_BATCH = 1_000;

/** The whole filtered set in the order that is asked for, however many there are. */
export async function* eachNumber(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: Pick<ListInput, "search" | "filters"> & AskedOrder,
): AsyncGenerator<NumberListRow, void> {
  if (!canSeeStock(actor)) return;
  const where = matching(input);
  const order = orderOf(input);
  const inOrder = rowsInOrder(order);
  for (let last: LastRow | null = null; ; ) {
    const few = Prisma.sql`SELECT p.id FROM phone_numbers p WHERE ${where} AND ${rowsBehind(order, last)}
      ORDER BY ${inOrder} LIMIT ${EXPORT_BATCH}`;
    const rows: NumberRow[] = await deps.db.$queryRaw`${detailed(few, inOrder)}`;
    yield* rows.map(numberView);
    const end = rows.at(-1);
    if (!end || rows.length < EXPORT_BATCH) return;
    last = { by: sortedBy(end, input.sort), unique: Prisma.sql`${end.e164}` };
  }
}

/** One number as the list shows it. */
export async function readNumber(deps: Pick<KernelDeps, "db">, id: string): Promise<NumberRow | null> {
  const few = Prisma.sql`SELECT p.id FROM phone_numbers p WHERE p.id = ${id}::uuid`;
  const [row] = await deps.db.$queryRaw<NumberRow[]>`${detailed(few, Prisma.sql`p.e164`)}`;
  return row ?? null;
}
