import { ADVISORY_LOCKS } from "@/lib/db/advisory-locks";
import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { insertRows } from "./insert-rows";
import { operatorNames } from "./operator-names";
import { readCountries, readServices } from "./reference";

type Ids = KernelDeps["ids"];

const CENT_MICROS = 10_000n;
const USUAL_CENTS = 20;
/** After every service that people know by name. */
const UNKNOWN_PLACE = 10_000;

async function insertServices(tx: Tx, ids: Ids): Promise<void> {
  const services = readServices();
  const places = new Map(
    services.filter(({ cents }) => cents !== null).map(({ code }, index) => [code, index + 1]),
  );
  await insertRows(
    tx,
    "services",
    services.map((service) => {
      const price = BigInt(service.cents ?? USUAL_CENTS) * CENT_MICROS;
      return {
        id: ids.uuid(),
        code: service.code,
        slug: service.slug,
        five_sim_name: service.fiveSimName,
        name: service.name,
        category: service.category,
        aliases: service.aliases,
        match_words: service.matchWords,
        base_price_micros: price,
        current_price_micros: price,
        is_prohibited: service.prohibitedReason !== null,
        prohibited_reason: service.prohibitedReason,
        sort_order: places.get(service.code) ?? UNKNOWN_PLACE,
      };
    }),
  );
}

async function insertCountries(tx: Tx, ids: Ids): Promise<void> {
  const countries = readCountries();
  await insertRows(
    tx,
    "countries",
    countries.map((country) => ({
      id: ids.uuid(),
      iso2: country.iso2,
      legacy_id: country.legacyId,
      is_canonical: country.isCanonical,
      name_en: country.nameEn,
      five_sim_name: country.fiveSimName,
      phone_code: country.phoneCode,
    })),
  );
  // A country that was there before keeps its id.
  const stored = await tx.country.findMany({ select: { id: true, legacyId: true } });
  const operatorName = operatorNames();
  const idOf = new Map(stored.map(({ id, legacyId }) => [legacyId, id]));
  await insertRows(
    tx,
    "operators",
    countries.flatMap(({ legacyId, operators }) =>
      operators.map((code) => ({
        id: ids.uuid(),
        country_id: idOf.get(legacyId) ?? null,
        code,
        name: operatorName(code),
      })),
    ),
  );
}

/** Countries with their operators, and services: nothing of it is on offer yet. What is there already stays as it is. */
export async function insertCatalogue(tx: Tx, ids: Ids): Promise<void> {
  await insertServices(tx, ids);
  await insertCountries(tx, ids);
}

export interface ImportedCatalogue {
  /** How many were added. */
  services: number;
  countries: number;
  operators: number;
}

/**
 * The catalogue for a shop of any mode, safe to repeat and to run twice at once. With `onlyIfEmpty` nothing happens
 * where there are services or countries: what an admin took out does not come back at the next start.
 */
export function importCatalogue(
  { db, ids }: Pick<KernelDeps, "db" | "ids">,
  { onlyIfEmpty = false }: { onlyIfEmpty?: boolean } = {},
): Promise<ImportedCatalogue> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.seedDemo})`;
      const count = async () => ({
        services: await tx.service.count(),
        countries: await tx.country.count(),
        operators: await tx.operator.count(),
      });
      const before = await count();
      if (onlyIfEmpty && before.services + before.countries > 0) {
        return { services: 0, countries: 0, operators: 0 };
      }
      await insertCatalogue(tx, ids);
      const after = await count();
      return {
        services: after.services - before.services,
        countries: after.countries - before.countries,
        operators: after.operators - before.operators,
      };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}
