import type { Tx } from "@/lib/db/client";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { SIMULATED_API_KEY } from "@/lib/simulators/key";
import { COUNTRIES, OWN_STOCK, SERVICES } from "./catalogue";
import type { SeedDeps } from "./seed-deps";

const SUPPLIER_CODE = "simulated";
const SIMULATED_COUNT = 500;
const NUMBERS_PER_START = 10;
const CENT_MICROS = 10_000n;

function micros(text: string): bigint {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no amount`);
  return value;
}

/** One service in one country, with the ids of both. */
interface Shelf {
  serviceId: string;
  countryId: string;
  iso2: string;
  priceMicros: bigint;
}

async function seedCatalogue(tx: Tx, { ids }: SeedDeps): Promise<Shelf[]> {
  const services = SERVICES.map((service) => ({ ...service, id: ids.uuid(), micros: micros(service.price) }));
  const countries = COUNTRIES.map((country) => ({ ...country, id: ids.uuid() }));
  await tx.service.createMany({
    data: services.map(({ price: _price, cost: _cost, micros: price, aliases, matchWords, ...service }) => ({
      ...service,
      aliases: [...aliases],
      matchWords: [...matchWords],
      basePriceMicros: price,
      currentPriceMicros: price,
    })),
  });
  await tx.country.createMany({ data: countries.map(({ factor: _factor, ...country }) => country) });
  const shelves = services.flatMap((service) =>
    countries.map((country) => ({
      serviceId: service.id,
      countryId: country.id,
      iso2: country.iso2,
      priceMicros: ((service.micros * country.factor) / 100n / CENT_MICROS) * CENT_MICROS,
    })),
  );
  await tx.offer.createMany({
    data: shelves.map(({ serviceId, countryId, priceMicros }) => ({
      id: ids.uuid(),
      serviceId,
      countryId,
      basePriceMicros: priceMicros,
      currentPriceMicros: priceMicros,
    })),
  });
  return shelves;
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
    select: { serviceId: true, countryId: true, service: { select: { code: true } } },
  });
  const costs = new Map<string, string>(SERVICES.map(({ code, cost }) => [code, cost]));
  await db.supplierOffer.createMany({
    data: offers.map(({ serviceId, countryId, service }) => ({
      id: ids.uuid(),
      providerId: provider.id,
      serviceId,
      countryId,
      costMicros: micros(costs.get(service.code) ?? "0"),
      count: SIMULATED_COUNT,
      seenAt: clock.securityNow(),
    })),
    skipDuplicates: true,
  });
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
    const here = shelves.filter((shelf) => shelf.iso2 === iso2);
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

/** The shop of the demo, into an empty catalogue. False when there was one already. */
export async function seedShop(tx: Tx, deps: SeedDeps): Promise<boolean> {
  if ((await tx.service.count()) > 0) return false;
  const shelves = await seedCatalogue(tx, deps);
  await seedSupplier(tx, deps);
  await seedOwnNumbers(tx, deps, shelves);
  return true;
}
