import type { Tx } from "@/lib/db/client";
import { SIMULATED_API_KEY } from "@/lib/simulators/key";
import { simulatedCostMicros, simulatedCount } from "@/lib/simulators/sms-upstream/assortment";
import { OWN_STOCK, SERVICES_ON_OFFER, STOCKED_SERVICES } from "./catalogue";
import { insertCatalogue } from "./import-catalogue";
import { insertRows } from "./insert-rows";
import { readCountries, readServices } from "./reference";
import type { SeedDeps } from "./seed-deps";

const SUPPLIER_CODE = "simulated";
const NUMBERS_PER_START = 10;
const CENT_MICROS = 10_000n;

/** One service in one country, with the ids of both. */
interface Shelf {
  serviceId: string;
  code: string;
  countryId: string;
  iso2: string;
  priceMicros: bigint;
}

/** Some services are cheaper by the dozen. */
const BULK_CATEGORIES = new Set(["social", "games", "shopping"]);

const BULK_STEPS = [
  { minQuantity: 5, percent: 95n },
  { minQuantity: 10, percent: 90n },
];

function bulkDiscounts(category: string, priceMicros: bigint) {
  if (!BULK_CATEGORIES.has(category)) return [];
  return BULK_STEPS.map(({ minQuantity, percent }) => ({
    minQuantity,
    pricePerMicros: ((priceMicros * percent) / 100n).toString(),
  }));
}

function roundToCent(amount: bigint): bigint {
  const cents = amount / CENT_MICROS;
  return (cents > 0n ? cents : 1n) * CENT_MICROS;
}

/** The best known services in sixty countries, each at its price. */
async function seedOffers(tx: Tx, { ids }: SeedDeps): Promise<Shelf[]> {
  const serviceIds = new Map((await tx.service.findMany()).map(({ code, id }) => [code, id]));
  const countryIds = new Map((await tx.country.findMany()).map(({ legacyId, id }) => [legacyId, id]));
  const services = readServices()
    .filter(({ cents }) => cents !== null)
    .slice(0, SERVICES_ON_OFFER)
    .map((service) => ({ ...service, id: serviceIds.get(service.code) ?? "" }));
  const countries = readCountries().map((country) => ({
    ...country,
    id: countryIds.get(country.legacyId) ?? "",
  }));
  const open = countries.filter(({ factor }) => factor !== null);
  const offers = services.flatMap((service) =>
    open.map((country) => {
      const price = roundToCent(
        (BigInt(service.cents ?? 0) * CENT_MICROS * BigInt(country.factor ?? 0)) / 100n,
      );
      return { service, country, price };
    }),
  );
  await insertRows(
    tx,
    "offers",
    offers.map(({ service, country, price }) => ({
      id: ids.uuid(),
      service_id: service.id,
      country_id: country.id,
      base_price_micros: price,
      current_price_micros: price,
      bulk_discounts: bulkDiscounts(service.category, price),
    })),
  );
  return offers.map(({ service, country, price }) => ({
    serviceId: service.id,
    code: service.code,
    countryId: country.id,
    iso2: country.iso2,
    priceMicros: price,
  }));
}

async function seedSupplier(tx: Tx, { ids, env, cipher }: SeedDeps): Promise<void> {
  await tx.provider.create({
    data: {
      id: ids.uuid(),
      code: SUPPLIER_CODE,
      name: "Simulated supplier",
      kind: "SMS_ACTIVATE",
      baseUrl: env.simulatorUrl,
      credentials: cipher.encrypt(SIMULATED_API_KEY),
      priority: 100,
      isSimulated: true,
      cancelAfterSeconds: 120,
      pollIntervalMs: 1_000,
    },
  });
}

/** What the supplier will say it has as soon as it is asked. Added after the history, of which it was no part. */
export async function seedSupplierOffers({ db, ids, clock }: SeedDeps): Promise<void> {
  const provider = await db.provider.findUniqueOrThrow({ where: { code: SUPPLIER_CODE } });
  const offers = await db.offer.findMany({
    where: { operatorId: null },
    select: {
      serviceId: true,
      countryId: true,
      service: { select: { code: true } },
      country: { select: { legacyId: true } },
    },
  });
  await insertRows(
    db,
    "supplier_offers",
    offers.map(({ serviceId, countryId, service, country }) => ({
      id: ids.uuid(),
      provider_id: provider.id,
      service_id: serviceId,
      country_id: countryId,
      cost_micros: simulatedCostMicros(service.code),
      count: simulatedCount(service.code, country.legacyId),
      seen_at: clock.securityNow(),
    })),
  );
}

async function seedOwnNumbers(tx: Tx, { ids }: SeedDeps, shelves: Shelf[]): Promise<void> {
  const providers = {
    own: { id: ids.uuid(), code: "own", name: "Own numbers", priority: 10 },
    reserve: { id: ids.uuid(), code: "reserve", name: "Own numbers in reserve", priority: 200 },
  };
  await tx.provider.createMany({
    data: Object.values(providers).map((provider) => ({ ...provider, kind: "OWN_STOCK", isSimulated: true })),
  });
  for (const { provider, iso2, starts } of OWN_STOCK) {
    const here = shelves.filter(
      (shelf) => shelf.iso2 === iso2 && STOCKED_SERVICES.some((code) => code === shelf.code),
    );
    const countryId = here[0]?.countryId ?? "";
    const numbers = starts.flatMap((start) =>
      Array.from({ length: NUMBERS_PER_START }, (_, last) => ({
        id: ids.uuid(),
        e164: `${start}${last}`,
        countryId,
      })),
    );
    await tx.phoneNumber.createMany({ data: numbers });
    const providerId = providers[provider].id;
    await tx.phoneNumberService.createMany({
      data: numbers.flatMap(({ id: phoneNumberId }) =>
        here.map(({ serviceId }) => ({ id: ids.uuid(), phoneNumberId, serviceId, providerId, countryId })),
      ),
    });
  }
}

/** The shop of the demo, where nothing is on offer yet. False when something was. */
export async function seedShop(tx: Tx, deps: SeedDeps): Promise<boolean> {
  if ((await tx.offer.count()) > 0) return false;
  await insertCatalogue(tx, deps.ids);
  const shelves = await seedOffers(tx, deps);
  await seedSupplier(tx, deps);
  await seedOwnNumbers(tx, deps, shelves);
  return true;
}
