import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What every service and country is called, also those that are sold no more: old orders name them. */
export async function listCallNames(deps: Pick<KernelDeps, "db">) {
  const [services, countries] = await Promise.all([
    deps.db.service.findMany({ select: { code: true, slug: true, fiveSimName: true } }),
    deps.db.country.findMany({
      where: { isCanonical: true },
      select: { iso2: true, nameEn: true, fiveSimName: true },
    }),
  ]);
  return {
    services,
    countries: countries.map(({ nameEn, ...country }) => ({ ...country, name: nameEn })),
  };
}
