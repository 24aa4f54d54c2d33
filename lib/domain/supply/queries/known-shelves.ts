import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KnownShelves } from "../number-file";

/** The catalogue by the names that a file or a form may use. Of several countries with one ISO code the canonical one. */
export async function readKnownShelves(deps: Pick<KernelDeps, "db">): Promise<KnownShelves> {
  const [countries, operators, services] = await Promise.all([
    deps.db.country.findMany({
      select: { id: true, iso2: true, legacyId: true, phoneCode: true },
      orderBy: { isCanonical: "asc" },
    }),
    deps.db.operator.findMany({ select: { id: true, countryId: true, code: true } }),
    deps.db.service.findMany({ select: { id: true, code: true, slug: true } }),
  ]);
  return {
    countries: new Map(
      countries.flatMap((country) => [
        [country.iso2, country] as const,
        [String(country.legacyId), country] as const,
      ]),
    ),
    operators: new Map(
      operators.map(({ id, countryId, code }) => [`${countryId}:${code.toLowerCase()}`, id]),
    ),
    services: new Map([
      ...services.map(({ id, slug }) => [slug, id] as const),
      ...services.map(({ id, code }) => [code, id] as const),
    ]),
  };
}

/** The provider of our own numbers: the named one, or the first. Null when there is none. */
export async function findOwnStock(deps: Pick<KernelDeps, "db">, code: string): Promise<string | null> {
  const provider = await deps.db.provider.findFirst({
    where: { kind: "OWN_STOCK", ...(code ? { code } : {}) },
    orderBy: [{ priority: "asc" }, { code: "asc" }],
    select: { id: true },
  });
  return provider?.id ?? null;
}
