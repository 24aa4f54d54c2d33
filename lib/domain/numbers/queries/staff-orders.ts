import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
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

function orderOf({ sort, direction }: StaffOrderSort): Prisma.Sql {
  const way = Prisma.raw(direction === "asc" ? "ASC" : "DESC");
  return sort === "number" ? Prisma.sql`o.number ${way}` : Prisma.sql`o.start_at ${way}, o.number ${way}`;
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
  const ids = await readOrderIds(deps, where, orderOf(asked), { limit: pageSize, offset });
  return toPage(toStaffViews(deps, await readOrdersById(deps, ids)), counted, asked);
}

const BATCH = 500;

/** The same orders, all of them, the oldest first, read in batches. */
export async function* eachStaffOrder(
  deps: ReadDeps,
  actor: Actor,
  filter: StaffOrderFilter,
): AsyncGenerator<StaffOrderView> {
  if (!canReadAllOrders(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let after = 0; ; ) {
    const ids = await readOrderIds(
      deps,
      Prisma.sql`(${where}) AND o.number > ${after}::int`,
      Prisma.sql`o.number`,
      { limit: BATCH, offset: 0 },
    );
    const orders = toStaffViews(deps, await readOrdersById(deps, ids));
    yield* orders;
    const last = orders.at(-1);
    if (!last || orders.length < BATCH) return;
    after = last.number;
  }
}
