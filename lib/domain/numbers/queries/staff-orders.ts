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
import { canReadAllOrders } from "../policy";
import { orderIdSchema, orderNumberSchema } from "../schema";
import type { StaffOrderView } from "../types";
import { readOrderIds, readOrdersById } from "./order-rows";
import { toStaffViews } from "./order-view";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

/** All optional; what cannot be is left out. `from` and `to` are whole days (UTC), both included. */
export interface StaffOrderFilter {
  /** An order's number or id, a phone number, a customer's id, username or e-mail. */
  search?: string;
  status?: string;
  /** A provider's code. */
  provider?: string;
  /** A service's code, slug or name. */
  service?: string;
  /** An ISO code or a name in English. */
  country?: string;
  from?: string;
  to?: string;
}

export interface StaffOrderSort {
  sort: string;
  direction: "asc" | "desc";
}

const STATUSES = ["PENDING", "ACTIVE", "COMPLETED", "CANCELED", "EXPIRED", "FAILED"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

function dayOf(text: string | undefined): Date | null {
  const day = text && DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

/** Each way in has an index of its own. */
function searched(search: string): Prisma.Sql[] {
  if (search === "") return [];
  if (orderIdSchema.safeParse(search).success) {
    return [Prisma.sql`(o.id = ${search}::uuid OR o.user_id = ${search}::uuid)`];
  }
  const digits = search.replace(/\D/g, "");
  if (digits !== "" && /^[+#\d\s().-]+$/.test(search)) {
    const number = orderNumberSchema.safeParse(digits);
    const byNumber = number.success ? Prisma.sql`o.number = ${number.data}::int` : Prisma.sql`false`;
    return [Prisma.sql`(o.phone_e164 = ${`+${digits}`} OR ${byNumber})`];
  }
  const name = search.toLowerCase();
  return [
    Prisma.sql`o.user_id IN (SELECT id FROM users WHERE username = ${name} UNION SELECT id FROM users WHERE email = ${name})`,
  ];
}

function matching(filter: StaffOrderFilter): Prisma.Sql {
  const parts = [Prisma.sql`NOT o.is_sandbox`, ...searched(filter.search?.trim() ?? "")];
  const status = STATUSES.find((known) => known === filter.status);
  if (status) parts.push(Prisma.sql`o.status = ${status}::"OrderStatus"`);
  if (filter.provider) {
    const name = filter.provider.toLowerCase();
    parts.push(
      Prisma.sql`o.provider_id = ANY(ARRAY(SELECT id FROM providers WHERE code = ${name} OR lower(name) = ${name}))`,
    );
  }
  if (filter.service) {
    const name = filter.service.toLowerCase();
    parts.push(
      Prisma.sql`o.service_id = ANY(ARRAY(SELECT id FROM services WHERE code = ${name} OR slug = ${name} OR lower(name) = ${name}))`,
    );
  }
  if (filter.country) {
    const name = filter.country.toLowerCase();
    parts.push(
      Prisma.sql`o.country_id = ANY(ARRAY(SELECT id FROM countries WHERE lower(iso2) = ${name} OR lower(name_en) = ${name}))`,
    );
  }
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
  if (from) parts.push(Prisma.sql`o.start_at >= ${from}`);
  if (to) parts.push(Prisma.sql`o.start_at < ${new Date(to.getTime() + DAY_MS)}`);
  return Prisma.join(parts, " AND ");
}

function orderOf({ sort, direction = "desc" }: AskedOrder): RowOrder {
  const unique = Prisma.sql`o.number`;
  const by = sort === "number" ? unique : Prisma.sql`o.start_at`;
  return { by, direction, unique, uniqueDirection: direction };
}

/** One page of everybody's orders for staff, without codes and texts. */
export async function listStaffOrders(
  deps: ReadDeps,
  actor: Actor,
  filter: StaffOrderFilter,
  asked: StaffOrderSort & { page: number; pageSize: number },
): Promise<Page<StaffOrderView>> {
  if (!canReadAllOrders(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const [count] = await deps.db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM (SELECT FROM orders o WHERE ${where} LIMIT ${TOTAL_LIMIT}) few`;
  const counted = Number(count?.total ?? 0n);
  const { offset, pageSize } = pageWindow(counted, asked);
  const ids = await readOrderIds(deps, where, rowsInOrder(orderOf(asked)), { limit: pageSize, offset });
  return toPage(toStaffViews(deps, await readOrdersById(deps, ids)), counted, asked);
}

const BATCH = 500;

/** The same orders in the same order, all of them, read in batches. */
export async function* eachStaffOrder(
  deps: ReadDeps,
  actor: Actor,
  filter: StaffOrderFilter,
  asked: AskedOrder = {},
): AsyncGenerator<StaffOrderView> {
  if (!canReadAllOrders(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const order = orderOf(asked);
  for (let last: LastRow | null = null; ; ) {
    const behind = Prisma.sql`(${where}) AND ${rowsBehind(order, last)}`;
    const ids = await readOrderIds(deps, behind, rowsInOrder(order), { limit: BATCH, offset: 0 });
    const rows = await readOrdersById(deps, ids);
    yield* toStaffViews(deps, rows);
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = {
      by: asked.sort === "number" ? end.number : end.startAt,
      unique: Prisma.sql`${end.number}::int`,
    };
  }
}
