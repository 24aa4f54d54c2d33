import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { projectIdSchema } from "../schema";
import type { ProjectView } from "../types";

interface Row {
  id: string;
  name: string;
  description: string;
  country_id: string | null;
  iso2: string;
  country_name: string;
  service_id: string | null;
  slug: string;
  service_name: string;
  area_code: string | null;
  monthly_limit: bigint | null;
  month_spent: bigint;
  api_calls: bigint;
  created_at: Date;
  archived_at: Date | null;
}

async function readProjects(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  which: Prisma.Sql,
): Promise<ProjectView[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT p.id, p.name, p.description, c.id AS country_id, c.iso2, c.name_en AS country_name, s.id AS service_id, s.slug,
      s.name AS service_name, p.area_code, p.monthly_limit_micros AS monthly_limit, project_spending(p.id) AS month_spent,
      p.api_calls, p.created_at, p.archived_at
    FROM projects p
    LEFT JOIN countries c ON c.id = p.default_country_id
    LEFT JOIN services s ON s.id = p.default_service_id
    WHERE p.user_id = ${scope.userId}::uuid AND ${which}
    ORDER BY lower(p.name), p.id`;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    defaultCountry: row.country_id ? { id: row.country_id, iso2: row.iso2, name: row.country_name } : null,
    defaultService: row.service_id ? { id: row.service_id, slug: row.slug, name: row.service_name } : null,
    areaCode: row.area_code,
    monthlyLimitMicros: row.monthly_limit,
    monthSpentMicros: row.month_spent,
    apiCalls: row.api_calls,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  }));
}

/** The person's living projects by name: few enough for one list. */
export function listProjects(deps: Pick<KernelDeps, "db">, scope: CustomerScope): Promise<ProjectView[]> {
  return readProjects(deps, scope, Prisma.sql`p.archived_at IS NULL`);
}

/** One of the person's projects, an archived one too; null for anybody else's. */
export async function getProject(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<ProjectView | null> {
  if (!projectIdSchema.safeParse(id).success) return null;
  const [project] = await readProjects(deps, scope, Prisma.sql`p.id = ${id}::uuid`);
  return project ?? null;
}

/** Whether the person has this project, archived or not. */
export async function ownsProject(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  return (await deps.db.project.count({ where: { id, userId: scope.userId } })) > 0;
}
