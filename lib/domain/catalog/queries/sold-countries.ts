import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** The countries in which something is on offer: ISO code and the stored English name. */
export function listSoldCountries(deps: Pick<KernelDeps, "db">): Promise<{ iso2: string; nameEn: string }[]> {
  return deps.db.country.findMany({
    where: { isActive: true, isCanonical: true, offers: { some: { isActive: true } } },
    select: { iso2: true, nameEn: true },
    orderBy: { nameEn: "asc" },
  });
}
