import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What an offer sells. */
export interface OfferName {
  service: string;
  country: { iso2: string; name: string };
  /** Null for any. */
  operator: string | null;
}

/** What these offers sell, by their ids; those that are none are left out. */
export async function readOfferNames(
  { db }: Pick<KernelDeps, "db">,
  ids: readonly string[],
): Promise<Map<string, OfferName>> {
  if (ids.length === 0) return new Map();
  const rows = await db.offer.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      service: { select: { name: true } },
      country: { select: { iso2: true, nameEn: true } },
      operator: { select: { name: true } },
    },
  });
  return new Map(
    rows.map(({ id, service, country, operator }) => [
      id,
      {
        service: service.name,
        country: { iso2: country.iso2, name: country.nameEn },
        operator: operator?.name ?? null,
      },
    ]),
  );
}
