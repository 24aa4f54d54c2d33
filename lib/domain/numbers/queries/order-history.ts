import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { orderNumberSchema } from "../schema";
import type { OrderView } from "../types";
import { readOrderIds, readOrdersById } from "./order-rows";
import { toOrderViews } from "./order-view";
import { ownedBy } from "./owned-by";

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

/** All optional. `from` and `to` are whole days, YYYY-MM-DD in UTC, both included. */
export interface HistoryFilter {
  /** An order number, a part of a phone number, or a part of a service's name. */
  search?: string;
  outcome?: string;
  /** Slug. */
  service?: string;
  /** ISO code. */
  country?: string;
  from?: string;
  to?: string;
}

const OUTCOMES: Record<string, Prisma.Sql> = {
  running: Prisma.sql`o.status IN ('PENDING', 'ACTIVE')`,
  done: Prisma.sql`o.status = 'COMPLETED'`,
  refunded: Prisma.sql`(o.status IN ('CANCELED', 'EXPIRED', 'FAILED') OR o.refunded_micros > 0)`,
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function searched(search: string): Prisma.Sql {
  const digits = search.replace(/\D/g, "");
  const number = orderNumberSchema.safeParse(digits);
  const word = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    ${digits ? Prisma.sql`o.phone_e164 LIKE ${`%${digits}%`}` : Prisma.sql`false`}
    OR ${number.success ? Prisma.sql`o.number = ${number.data}::int` : Prisma.sql`false`}
    OR o.service_id IN (SELECT id FROM services WHERE name ILIKE ${word} OR code = ${search.toLowerCase()}))`;
}

function matching(scope: CustomerScope, filter: HistoryFilter): Prisma.Sql {
  const day = (text: string | undefined) =>
    text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
  const [from, to] = [day(filter.from), day(filter.to)];
  return Prisma.join(
    [
      ownedBy(scope),
      ...(filter.search ? [searched(filter.search)] : []),
      ...(OUTCOMES[filter.outcome ?? ""] ? [OUTCOMES[filter.outcome ?? ""] as Prisma.Sql] : []),
      ...(filter.service
        ? [Prisma.sql`o.service_id IN (SELECT id FROM services WHERE slug = ${filter.service})`]
        : []),
      ...(filter.country
        ? [
            Prisma.sql`o.country_id IN (SELECT id FROM countries WHERE iso2 = ${filter.country.toUpperCase()})`,
          ]
        : []),
      ...(from ? [Prisma.sql`o.start_at >= ${from}::date`] : []),
      ...(to ? [Prisma.sql`o.start_at < ${to}::date + 1`] : []),
    ],
    " AND ",
  );
}

const SORTS: Record<string, Prisma.Sql> = {
  service: Prisma.sql`(SELECT s.name FROM services s WHERE s.id = o.service_id)`,
  price: Prisma.sql`o.price_micros`,
};

/** By `sort` ("service", "price"; else the time of renting); what is equal there comes newest first. */
function inOrder({ sort = "", direction = "desc" }: Pick<HistoryPage, "sort" | "direction">): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const by = SORTS[sort];
  return by
    ? Prisma.sql`${by} ${way}, o.start_at DESC, o.number DESC`
    : Prisma.sql`o.start_at ${way}, o.number ${way}`;
}

interface HistoryPage {
  page: number;
  pageSize: number;
  sort?: string;
  direction?: "asc" | "desc";
}

/** What the person rented, newest first unless another order is asked for. */
export async function listOrderHistory(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: HistoryFilter,
  asked: HistoryPage,
): Promise<Page<OrderView>> {
  const where = matching(scope, filter);
  const [counted] = await deps.db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM (SELECT 1 FROM orders o WHERE ${where} LIMIT ${TOTAL_LIMIT}) found`;
  const total = Number(counted?.total ?? 0n);
  const { offset, pageSize } = pageWindow(total, asked);
  const ids = await readOrderIds(deps, where, inOrder(asked), { limit: pageSize, offset });
  return toPage(await toOrderViews(deps, await readOrdersById(deps, ids)), total, asked);
}

const BATCH = 200;

/** The same orders in the same order, all of them, read in batches. */
export async function* eachHistoryOrder(
  deps: ReadDeps,
  scope: CustomerScope,
  filter: HistoryFilter,
  asked: Pick<HistoryPage, "sort" | "direction"> = {},
): AsyncGenerator<OrderView> {
  const where = matching(scope, filter);
  for (let offset = 0; ; offset += BATCH) {
    const ids = await readOrderIds(deps, where, inOrder(asked), { offset, limit: BATCH });
    yield* await toOrderViews(deps, await readOrdersById(deps, ids));
    if (ids.length < BATCH) return;
  }
}

/** The services and countries that the person ever rented, for the filters: slug and name, ISO code and stored name. */
export async function listRentedThings(deps: ReadDeps, scope: CustomerScope) {
  const own = { userId: scope.userId, isSandbox: scope.isSandbox };
  const [services, countries] = await Promise.all([
    deps.db.service.findMany({
      where: { orders: { some: own } },
      orderBy: { name: "asc" },
      select: { slug: true, name: true },
      take: 200,
    }),
    deps.db.country.findMany({
      where: { orders: { some: own } },
      orderBy: { nameEn: "asc" },
      select: { iso2: true, nameEn: true },
      take: 200,
    }),
  ]);
  return { services, countries };
}
