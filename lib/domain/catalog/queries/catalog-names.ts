import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { canSeeCatalog } from "../policy";

/** A country or service of the catalogue, sold or not, with every name that is stored of it. */
export interface CatalogName {
  kind: "country" | "service";
  id: string;
  /** ISO code of a country, protocol code of a service. */
  code: string;
  name: string;
  aliases: string[];
}

/** All of them, for staff; nothing for anybody else. Countries come once, by the row that the shop shows. */
export async function listCatalogNames(deps: Pick<KernelDeps, "db">, actor: Actor): Promise<CatalogName[]> {
  if (!canSeeCatalog(actor)) return [];
  const [countries, services] = await Promise.all([
    deps.db.country.findMany({
      where: { isCanonical: true },
      select: { id: true, iso2: true, nameEn: true, nameFa: true, namePtBr: true },
      orderBy: { nameEn: "asc" },
    }),
    deps.db.service.findMany({
      select: { id: true, code: true, name: true, aliases: true, fiveSimName: true },
      orderBy: [{ sortOrder: "asc" }, { name: "asc" }],
    }),
  ]);
  return [
    ...countries.map(({ id, iso2, nameEn, nameFa, namePtBr }) => ({
      kind: "country" as const,
      id,
      code: iso2,
      name: nameEn,
      aliases: [nameFa, namePtBr].filter((name) => name !== null),
    })),
    ...services.map(({ id, code, name, aliases, fiveSimName }) => ({
      kind: "service" as const,
      id,
      code,
      name,
      aliases: fiveSimName ? [...aliases, fiveSimName] : aliases,
    })),
  ];
}
