import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** The countries in which something is on offer: ISO code, stored English name, dial code. */
export function listSoldCountries(
  deps: Pick<KernelDeps, "db">,
): Promise<{ iso2: string; nameEn: string; phoneCode: string }[]> {
  return deps.db.country.findMany({
    where: { isActive: true, isCanonical: true, offers: { some: { isActive: true } } },
    select: { iso2: true, nameEn: true, phoneCode: true },
    orderBy: { nameEn: "asc" },
  });
}
