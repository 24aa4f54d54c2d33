import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type ListInput, likeText } from "@/lib/domain/kernel/list-input";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeCatalog } from "../policy";
import type { OfferListRow } from "../types";
import { CHEAPEST_COST, OFFER_STOCK } from "./offer-cost";

interface Row {
  id: string;
  service_id: string;
  code: string;
  slug: string;
  service_name: string;
  country_id: string;
  iso2: string;
  legacy_id: number;
  country_name: string;
  operator_id: string | null;
  operator_name: string | null;
  base: bigint;
  price: bigint;
  cost: bigint | null;
  stock: bigint;
  is_active: boolean;
  version: number;
  updated_at: Date;
}

/** Under this share of the price the margin counts as thin. */
const THIN_MARGIN = 0.15;

/** What has to be computed for each match before it can be sorted or filtered by. */
const COMPUTED = new Set(["cost", "margin", "stock"]);

const SORTS: Record<string, Prisma.Sql> = {
  service: Prisma.sql`lower(service_name)`,
  country: Prisma.sql`lower(country_name)`,
  operator: Prisma.sql`lower(operator_name)`,
  base: Prisma.sql`base`,
  price: Prisma.sql`price`,
  cost: Prisma.sql`cost`,
  margin: Prisma.sql`CASE WHEN price > 0 THEN (price - cost)::float / price END`,
  stock: Prisma.sql`stock`,
  state: Prisma.sql`is_active`,
  updated: Prisma.sql`updated_at`,
};

function matching({ filters }: Pick<ListInput, "filters">): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  const { service, country, category, active } = filters;
  if (service) {
    const part = `%${likeText(service)}%`;
    parts.push(
      Prisma.sql`(s.slug ILIKE ${part} OR s.name ILIKE ${part} OR EXISTS (SELECT FROM unnest(s.aliases) a WHERE a ILIKE ${part}))`,
    );
  }
  if (country) {
    const part = `%${likeText(country)}%`;
    parts.push(
      Prisma.sql`(c.name_en ILIKE ${part} OR c.name_fa ILIKE ${part} OR c.name_pt_br ILIKE ${part})`,
    );
  }
  if (category) parts.push(Prisma.sql`s.category = ${category.toLowerCase()}`);
  if (active) parts.push(Prisma.sql`f.is_active = ${active === "yes"}`);
  return Prisma.join(parts, " AND ");
}

function computedFilter({ filters }: Pick<ListInput, "filters">): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (filters.stock) parts.push(filters.stock === "some" ? Prisma.sql`stock > 0` : Prisma.sql`stock = 0`);
  if (filters.margin === "loss") parts.push(Prisma.sql`price < cost`);
  if (filters.margin === "thin")
    parts.push(Prisma.sql`price >= cost AND price * (1 - ${THIN_MARGIN}::float) < cost`);
  return Prisma.join(parts, " AND ");
}

/** A code means just that service or country, not every name that holds those letters. */
async function exactParts(deps: Pick<KernelDeps, "db">, input: ListInput): Promise<Prisma.Sql> {
  const { service = "", country = "", ...others } = input.filters;
  const [code, iso2] = [service.toLowerCase(), country.toUpperCase()];
  const legacyId = /^\d{1,9}$/.test(country) ? Number(country) : -1;
  const [byCode, byCountry] = await Promise.all([
    code === "" ? null : deps.db.service.findUnique({ where: { code }, select: { id: true } }),
    country === ""
      ? []
      : deps.db.country.findMany({ where: { OR: [{ iso2 }, { legacyId }] }, select: { id: true } }),
  ]);
  const named = {
    ...others,
    ...(byCode ? {} : { service }),
    ...(byCountry.length > 0 ? {} : { country }),
  };
  const parts = [matching({ filters: named })];
  if (byCode) parts.push(Prisma.sql`f.service_id = ${byCode.id}::uuid`);
  if (byCountry.length > 0)
    parts.push(Prisma.sql`f.country_id = ANY(${byCountry.map(({ id }) => id)}::uuid[])`);
  return Prisma.join(parts, " AND ");
}

const FIELDS = Prisma.sql`
  f.id, f.service_id, s.code, s.slug, s.name AS service_name, f.country_id, c.iso2, c.legacy_id,
  c.name_en AS country_name, f.operator_id, p.name AS operator_name, f.base_price_micros AS base,
  f.current_price_micros AS price, f.is_active, f.version, f.updated_at`;
const JOINED = Prisma.sql`
  offers f JOIN services s ON s.id = f.service_id JOIN countries c ON c.id = f.country_id
  LEFT JOIN operators p ON p.id = f.operator_id`;

function offerRow(row: Row): OfferListRow {
  const { price, cost } = row;
  return {
    id: row.id,
    service: { id: row.service_id, code: row.code, slug: row.slug, name: row.service_name },
    country: { id: row.country_id, iso2: row.iso2, legacyId: row.legacy_id, name: row.country_name },
    operator: row.operator_id ? { id: row.operator_id, name: row.operator_name ?? "" } : null,
    basePrice: toDecimal(row.base),
    currentPrice: toDecimal(price),
    cost: cost === null ? null : toDecimal(cost),
    margin: cost === null || price === 0n ? null : Number(price - cost) / Number(price),
    stock: Number(row.stock),
    isActive: row.is_active,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Every offer, for staff. Cost and stock are computed for the page alone unless the list is sorted or filtered by them. */
export async function listOffers(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: ListInput,
): Promise<Result<{ page: Page<OfferListRow>; categories: string[] }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const where = await exactParts(deps, input);
  const isComputed = COMPUTED.has(input.sort) || Boolean(input.filters.stock || input.filters.margin);
  const computed = Prisma.sql`, ${CHEAPEST_COST} AS cost, ${OFFER_STOCK}::bigint AS stock`;
  const matched = isComputed
    ? Prisma.sql`SELECT * FROM (SELECT ${FIELDS} ${computed} FROM ${JOINED} WHERE ${where}) all_of_them
        WHERE ${computedFilter(input)}`
    : Prisma.sql`SELECT ${FIELDS} FROM ${JOINED} WHERE ${where}`;
  const [[counted], categories] = await Promise.all([
    deps.db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM (${matched} LIMIT ${TOTAL_LIMIT}) m`,
    deps.db.$queryRaw<{ category: string }[]>`SELECT DISTINCT category FROM services ORDER BY 1`,
  ]);
  const total = counted?.count ?? 0;
  const { offset } = pageWindow(total, input);
  const direction = input.direction === "desc" ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  const sort = SORTS[input.sort] ?? Prisma.sql`lower(service_name)`;
  const order = Prisma.sql`${sort} ${direction}, lower(service_name), lower(country_name), m.id`;
  const few = Prisma.sql`SELECT * FROM (${matched}) m ORDER BY ${order} LIMIT ${input.pageSize} OFFSET ${offset}`;
  const rows = isComputed
    ? await deps.db.$queryRaw<Row[]>`${few}`
    : await deps.db.$queryRaw<Row[]>`
        WITH few AS (${few})
        SELECT m.* ${computed} FROM few m JOIN offers f ON f.id = m.id ORDER BY ${order}`;
  return ok({
    page: toPage(rows.map(offerRow), total, input),
    categories: categories.map(({ category }) => category),
  });
}

/** One offer with its cost and stock; null when there is none. */
export async function readOfferRow(deps: Pick<KernelDeps, "db">, id: string): Promise<OfferListRow | null> {
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT ${FIELDS}, ${CHEAPEST_COST} AS cost, ${OFFER_STOCK}::bigint AS stock FROM ${JOINED} WHERE f.id = ${id}::uuid`;
  return row ? offerRow(row) : null;
}
