import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type ListInput, likeText } from "@/lib/domain/kernel/list-input";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeCatalog } from "../policy";
import type { CountryDetail, CountryListRow } from "../types";

interface Row {
  id: string;
  iso2: string;
  legacy_id: number;
  is_canonical: boolean;
  name_en: string;
  name_fa: string | null;
  name_pt_br: string | null;
  five_sim_name: string | null;
  phone_code: string;
  has_flag: boolean | null;
  is_active: boolean;
  operators: number;
  offers: number;
  sort_order: number;
  version: number;
  created_at: Date;
  updated_at: Date;
}

const SORTS: Record<string, Prisma.Sql> = {
  name: Prisma.sql`lower(c.name_en)`,
  iso2: Prisma.sql`c.iso2`,
  legacyId: Prisma.sql`c.legacy_id`,
  phoneCode: Prisma.sql`c.phone_code`,
  fiveSimName: Prisma.sql`c.five_sim_name`,
  operators: Prisma.sql`n.operators`,
  offers: Prisma.sql`o.offers`,
  state: Prisma.sql`c.is_active`,
  order: Prisma.sql`c.sort_order`,
  updated: Prisma.sql`c.updated_at`,
};

function matching({ search, filters }: Pick<ListInput, "search" | "filters">): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (search !== "") {
    const part = `%${likeText(search)}%`;
    parts.push(Prisma.sql`(c.name_en ILIKE ${part} OR c.name_fa ILIKE ${part} OR c.name_pt_br ILIKE ${part}
      OR c.iso2 ILIKE ${part} OR c.five_sim_name ILIKE ${part} OR c.legacy_id::text = ${search}
      OR c.phone_code = ${search.replace(/^\+/, "")})`);
  }
  if (filters.active) parts.push(Prisma.sql`c.is_active = ${filters.active === "yes"}`);
  if (filters.canonical) parts.push(Prisma.sql`c.is_canonical = ${filters.canonical === "yes"}`);
  if (filters.names === "missing") parts.push(Prisma.sql`(c.name_fa IS NULL OR c.name_pt_br IS NULL)`);
  return Prisma.join(parts, " AND ");
}

const FIELDS = Prisma.sql`
  c.id, c.iso2, c.legacy_id, c.is_canonical, c.name_en, c.name_fa, c.name_pt_br, c.five_sim_name, c.phone_code,
  c.flag_icon LIKE 'data:%' AS has_flag, c.is_active, n.operators, o.offers, c.sort_order, c.version, c.created_at,
  c.updated_at`;
const JOINED = Prisma.sql`
  countries c
  CROSS JOIN LATERAL (SELECT count(*)::int AS operators FROM operators p WHERE p.country_id = c.id) n
  CROSS JOIN LATERAL (SELECT count(*)::int AS offers FROM offers f WHERE f.country_id = c.id AND f.is_active) o`;

function toRow(row: Row): CountryListRow {
  return {
    id: row.id,
    iso2: row.iso2,
    legacyId: row.legacy_id,
    isCanonical: row.is_canonical,
    nameEn: row.name_en,
    nameFa: row.name_fa,
    namePtBr: row.name_pt_br,
    fiveSimName: row.five_sim_name,
    phoneCode: row.phone_code,
    hasFlag: row.has_flag ?? false,
    isActive: row.is_active,
    operators: row.operators,
    offers: row.offers,
    sortOrder: row.sort_order,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Every country of the catalogue, for staff. */
export async function listCatalogCountries(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  input: ListInput,
): Promise<Result<{ page: Page<CountryListRow> }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const where = matching(input);
  const [counted] = await deps.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM countries c WHERE ${where} LIMIT ${TOTAL_LIMIT}) x`;
  const total = counted?.count ?? 0;
  const { offset } = pageWindow(total, input);
  const direction = input.direction === "desc" ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT ${FIELDS} FROM ${JOINED} WHERE ${where}
    ORDER BY ${SORTS[input.sort] ?? Prisma.sql`c.sort_order`} ${direction}, lower(c.name_en), c.id
    LIMIT ${input.pageSize} OFFSET ${offset}`;
  return ok({ page: toPage(rows.map(toRow), total, input) });
}

/** One country with its operators; null when there is none. */
export async function getCatalogCountry(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<Result<{ country: CountryDetail | null }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const [[row], operators] = await Promise.all([
    deps.db.$queryRaw<Row[]>`SELECT ${FIELDS} FROM ${JOINED} WHERE c.id = ${id}::uuid`,
    deps.db.operator.findMany({
      where: { countryId: id },
      orderBy: { name: "asc" },
      include: { _count: { select: { offers: true, phoneNumbers: true } } },
    }),
  ]);
  if (!row) return ok({ country: null });
  return ok({
    country: {
      ...toRow(row),
      createdAt: row.created_at.toISOString(),
      operators: operators.map(({ _count, id: operatorId, code, name, updatedAt }) => ({
        id: operatorId,
        code,
        name,
        offers: _count.offers,
        numbers: _count.phoneNumbers,
        updatedAt: updatedAt.toISOString(),
      })),
    },
  });
}
