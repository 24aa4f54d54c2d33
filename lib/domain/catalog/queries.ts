import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { readOffers } from "./queries/offer-rows";
import type { OfferView, ServiceView } from "./types";

type ReadDeps = Pick<KernelDeps, "db">;

/** Every service that is on offer somewhere, by name, with its cheapest price. */
export async function listServices(deps: ReadDeps): Promise<ServiceView[]> {
  const services = await deps.db.service.findMany({
    where: { isActive: true, isProhibited: false, offers: { some: { isActive: true } } },
    orderBy: { name: "asc" },
    select: {
      slug: true,
      code: true,
      name: true,
      category: true,
      aliases: true,
      offers: {
        where: { isActive: true, country: { isActive: true } },
        orderBy: { currentPriceMicros: "asc" },
        take: 1,
        select: { currentPriceMicros: true },
      },
    },
  });
  return services.map(({ offers, ...service }) => ({
    ...service,
    fromPrice: offers[0] ? toDecimal(offers[0].currentPriceMicros) : null,
  }));
}

/** The countries of one service (slug or code) with price, stock and computed rates. Empty when it is not on offer. */
export function listOffersForService(deps: ReadDeps, service: string): Promise<OfferView[]> {
  return readOffers(deps, { service });
}

/** One service in one country (ISO code or the protocol's number); null when it is not on offer. */
export async function getOffer(
  deps: ReadDeps,
  key: { service: string; country: string },
): Promise<OfferView | null> {
  return (await readOffers(deps, key))[0] ?? null;
}

/** For the landing page: offers that can be had now, the most ordered first. */
export async function listBoard(deps: ReadDeps, limit: number): Promise<OfferView[]> {
  const offers = await readOffers(deps, {});
  return offers
    .filter(({ stock }) => stock > 0)
    .sort((a, b) => b.sampleSize - a.sampleSize || (a.priceMicros < b.priceMicros ? -1 : 1))
    .slice(0, limit);
}
