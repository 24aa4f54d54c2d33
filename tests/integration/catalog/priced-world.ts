import { openWorld, type World } from "@/tests/support/world";

export const PRICE = 350_000n;
export const COST = 200_000n;
export const COUNTRIES = 4;

export interface PricedWorld extends World {
  /** One offer of a service in each of four countries; the last has no supplier. */
  offers: string[];
}

/** A service on offer in four countries, each at the same price and cost. */
export async function openPricedWorld(): Promise<PricedWorld> {
  const world = await openWorld();
  const offers: string[] = [];
  const { db, ids } = world.deps;
  const prices = { basePriceMicros: PRICE, currentPriceMicros: PRICE };
  const service = { id: ids.uuid(), code: "wa", slug: "whatsapp", name: "WhatsApp", ...prices };
  await db.service.create({ data: service });
  const provider = {
    id: ids.uuid(),
    code: "up",
    name: "Up",
    kind: "SMS_ACTIVATE" as const,
    baseUrl: "http://127.0.0.1:9",
  };
  await db.provider.create({ data: provider });
  for (let number = 0; number < COUNTRIES; number += 1) {
    const country = {
      id: ids.uuid(),
      iso2: `A${String.fromCharCode(65 + number)}`,
      legacyId: number,
      nameEn: `Country ${number}`,
      phoneCode: "55",
    };
    await db.country.create({ data: country });
    const shelf = { serviceId: service.id, countryId: country.id };
    offers.push((await db.offer.create({ data: { id: ids.uuid(), ...shelf, ...prices } })).id);
    const cost = { providerId: provider.id, costMicros: COST, count: 5, seenAt: new Date(0) };
    // The last country has no supplier.
    if (number < COUNTRIES - 1)
      await db.supplierOffer.create({ data: { id: ids.uuid(), ...shelf, ...cost } });
  }
  return { ...world, offers };
}

/** Every offer as it was in the beginning. */
export async function resetOffers({ deps }: World): Promise<void> {
  await deps.db.offer.updateMany({
    data: {
      currentPriceMicros: PRICE,
      basePriceMicros: PRICE,
      bulkDiscounts: [],
      version: 0,
      isActive: true,
    },
  });
}
