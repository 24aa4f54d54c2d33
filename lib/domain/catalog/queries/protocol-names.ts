import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";

/** Countries, services and operators by the protocols' codes. */
export interface ProtocolNames {
  countries: ReadonlyMap<number, ProtocolCountry>;
  /** Only what is on offer, by code. */
  services: ReadonlyMap<string, ProtocolService>;
}

export interface ProtocolCountry {
  id: string;
  legacyId: number;
  iso2: string;
  name: string;
  phoneCode: string;
  fiveSimName: string | null;
  /** Something is on offer there. */
  isSold: boolean;
  /** Codes of its mobile operators. */
  operators: string[];
}

export interface ProtocolService {
  id: string;
  code: string;
  slug: string;
  name: string;
  fiveSimName: string | null;
  /** Numbers of the countries in which it is on offer. */
  countries: ReadonlySet<number>;
}

async function readWhole(deps: Pick<KernelDeps, "db">): Promise<ProtocolNames> {
  const [countries, services] = await Promise.all([
    deps.db.country.findMany({
      where: { isActive: true },
      orderBy: { legacyId: "asc" },
      select: {
        id: true,
        legacyId: true,
        iso2: true,
        nameEn: true,
        phoneCode: true,
        fiveSimName: true,
        operators: { select: { code: true }, orderBy: { code: "asc" } },
        offers: { where: { isActive: true }, take: 1, select: { id: true } },
      },
    }),
    deps.db.service.findMany({
      where: { isActive: true, isProhibited: false, offers: { some: { isActive: true } } },
      orderBy: [{ sortOrder: "asc" }, { name: "asc" }],
      select: {
        id: true,
        code: true,
        slug: true,
        name: true,
        fiveSimName: true,
        offers: {
          where: { isActive: true, operatorId: null },
          select: { country: { select: { legacyId: true } } },
        },
      },
    }),
  ]);
  return {
    countries: new Map(
      countries.map(({ nameEn, offers, operators, ...country }) => [
        country.legacyId,
        {
          ...country,
          name: nameEn,
          isSold: offers.length > 0,
          operators: operators.map(({ code }) => code),
        },
      ]),
    ),
    services: new Map(
      services.map(({ offers, ...service }) => [
        service.code,
        { ...service, countries: new Set(offers.map(({ country }) => country.legacyId)) },
      ]),
    ),
  };
}

const KEPT_MS = 30_000;

/** The names behind the protocols' codes, read once for all integrators. */
export function readProtocolNames(
  deps: Pick<KernelDeps, "db"> & { kept: KeptReadings },
): Promise<ProtocolNames> {
  return deps.kept.read("catalog.protocol-names", KEPT_MS, () => readWhole(deps));
}
