import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type ListInput, likeText } from "@/lib/domain/kernel/list-input";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeCatalog } from "../policy";
import { describeSample } from "../success-rate";
import type { ServiceDetail, ServiceListRow } from "../types";

interface Row {
  id: string;
  code: string;
  slug: string;
  five_sim_name: string | null;
  name: string;
  category: string;
  has_icon: boolean;
  base: bigint;
  price: bigint;
  offers: number;
  sample_size: number | null;
  with_code: number | null;
  median_wait_seconds: number | null;
  popularity: number | null;
  computed_at: Date | null;
  is_active: boolean;
  is_prohibited: boolean;
  prohibited_reason: string | null;
  policy_reviewed_at: Date | null;
  sort_order: number;
  version: number;
  created_at: Date;
  updated_at: Date;
}

/** What a rule decided about the policy and nobody has looked at. */
const NEEDS_REVIEW = Prisma.sql`(s.is_prohibited AND s.policy_reviewed_at IS NULL)`;

const SORTS: Record<string, Prisma.Sql> = {
  name: Prisma.sql`lower(s.name)`,
  code: Prisma.sql`s.code`,
  category: Prisma.sql`s.category`,
  price: Prisma.sql`s.current_price_micros`,
  offers: Prisma.sql`o.offers`,
  success: Prisma.sql`CASE WHEN t.sample_size >= 5 THEN t.with_code::float / t.sample_size END`,
  wait: Prisma.sql`t.median_wait_seconds`,
  popularity: Prisma.sql`coalesce(t.popularity, 0)`,
  fiveSimName: Prisma.sql`s.five_sim_name`,
  state: Prisma.sql`s.is_active`,
  order: Prisma.sql`s.sort_order`,
  updated: Prisma.sql`s.updated_at`,
};

function matching({ search, filters }: Pick<ListInput, "search" | "filters">): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (search !== "") {
    const part = `%${likeText(search)}%`;
    parts.push(Prisma.sql`(s.name ILIKE ${part} OR s.code ILIKE ${part} OR s.slug ILIKE ${part}
      OR s.five_sim_name ILIKE ${part} OR EXISTS (SELECT FROM unnest(s.aliases) a WHERE a ILIKE ${part}))`);
  }
  if (filters.category) parts.push(Prisma.sql`s.category = ${filters.category.toLowerCase()}`);
  if (filters.active) parts.push(Prisma.sql`s.is_active = ${filters.active === "yes"}`);
  if (filters.policy === "allowed") parts.push(Prisma.sql`NOT s.is_prohibited`);
  if (filters.policy === "prohibited") parts.push(Prisma.sql`s.is_prohibited`);
  if (filters.policy === "review") parts.push(NEEDS_REVIEW);
  return Prisma.join(parts, " AND ");
}

const FIELDS = Prisma.sql`
  s.id, s.code, s.slug, s.five_sim_name, s.name, s.category, s.icon LIKE 'data:%' AS has_icon,
  s.base_price_micros AS base, s.current_price_micros AS price, o.offers, t.sample_size, t.with_code,
  t.median_wait_seconds, t.popularity, t.computed_at, s.is_active, s.is_prohibited, s.prohibited_reason,
  s.policy_reviewed_at, s.sort_order, s.version, s.created_at, s.updated_at`;
const JOINED = Prisma.sql`
  services s LEFT JOIN service_statistics t ON t.service_id = s.id
  CROSS JOIN LATERAL (SELECT count(*)::int AS offers FROM offers f WHERE f.service_id = s.id AND f.is_active) o`;

function toRow(row: Row): ServiceListRow {
  const sampleSize = row.sample_size ?? 0;
  return {
    id: row.id,
    code: row.code,
    slug: row.slug,
    fiveSimName: row.five_sim_name,
    name: row.name,
    category: row.category,
    hasIcon: row.has_icon ?? false,
    currentPrice: toDecimal(row.price),
    offers: row.offers,
    sampleSize,
    ...describeSample({
      sampleSize,
      withCode: row.with_code ?? 0,
      medianWaitSeconds: row.median_wait_seconds,
    }),
    popularity: row.popularity ?? 0,
    isActive: row.is_active,
    isProhibited: row.is_prohibited,
    prohibitedReason: row.prohibited_reason,
    needsReview: row.is_prohibited && row.policy_reviewed_at === null,
    sortOrder: row.sort_order,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export interface ServiceList {
  page: Page<ServiceListRow>;
  categories: string[];
  /** How many wait for a person's look. */
  toReview: number;
}

/** Every service, also those not on offer, for staff. */
export async function listCatalogServices(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: ListInput,
): Promise<Result<ServiceList>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const where = matching(input);
  const [[counted], categories, [review]] = await Promise.all([
    deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (SELECT 1 FROM services s WHERE ${where} LIMIT ${TOTAL_LIMIT}) c`,
    deps.db.$queryRaw<{ category: string }[]>`SELECT DISTINCT category FROM services ORDER BY 1`,
    deps.db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM services s WHERE ${NEEDS_REVIEW}`,
  ]);
  const total = counted?.count ?? 0;
  const { offset } = pageWindow(total, input);
  const direction = input.direction === "desc" ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT ${FIELDS} FROM ${JOINED} WHERE ${where}
    ORDER BY ${SORTS[input.sort] ?? Prisma.sql`s.sort_order`} ${direction}, lower(s.name), s.id
    LIMIT ${input.pageSize} OFFSET ${offset}`;
  return ok({
    page: toPage(rows.map(toRow), total, input),
    categories: categories.map(({ category }) => category),
    toReview: review?.count ?? 0,
  });
}

/** One service with every field; null when there is none. */
export async function getCatalogService(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<Result<{ service: ServiceDetail | null }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const [[row], own] = await Promise.all([
    deps.db.$queryRaw<Row[]>`SELECT ${FIELDS} FROM ${JOINED} WHERE s.id = ${id}::uuid`,
    deps.db.service.findUnique({
      where: { id },
      select: {
        description: true,
        aliases: true,
        matchWords: true,
        isFreeAllowed: true,
        freeDailyLimit: true,
        minVerificationLevel: true,
      },
    }),
  ]);
  if (!row || !own) return ok({ service: null });
  return ok({
    service: {
      ...toRow(row),
      ...own,
      basePrice: toDecimal(row.base),
      policyReviewedAt: row.policy_reviewed_at?.toISOString() ?? null,
      withCode: row.with_code ?? 0,
      computedAt: row.computed_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    },
  });
}
