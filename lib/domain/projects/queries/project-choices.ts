import type { KernelDeps } from "@/lib/domain/kernel/deps";

export interface ProjectChoices {
  services: { slug: string; name: string }[];
  countries: { iso2: string; name: string }[];
}

/** What a project may name as its defaults: services and countries that are on offer. */
export async function listProjectChoices(deps: Pick<KernelDeps, "db">): Promise<ProjectChoices> {
  const [services, countries] = await Promise.all([
    deps.db.service.findMany({
      where: { isActive: true, isProhibited: false },
      select: { slug: true, name: true },
      orderBy: { name: "asc" },
    }),
    deps.db.country.findMany({
      where: { isActive: true, isCanonical: true },
      select: { iso2: true, nameEn: true },
      orderBy: { nameEn: "asc" },
    }),
  ]);
  return { services, countries: countries.map(({ iso2, nameEn }) => ({ iso2, name: nameEn })) };
}
