import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { readOffers } from "./queries/offer-rows";
import type { OfferView, ServiceView } from "./types";

type ReadDeps = Pick<KernelDeps, "db">;

/** Every service that is on offer somewhere, the most ordered first, with its cheapest price. */
export async function listServices(deps: ReadDeps): Promise<ServiceView[]> {
  const services = await deps.db.service.findMany({
    where: { isActive: true, isProhibited: false, offers: { some: { isActive: true } } },
    orderBy: [{ sortOrder: "asc" }, { name: "asc" }],
    select: {
      slug: true,
      code: true,
      name: true,
      category: true,
      aliases: true,
      statistic: { select: { popularity: true } },
      offers: {
        where: { isActive: true, country: { isActive: true } },
        orderBy: { currentPriceMicros: "asc" },
        take: 1,
        select: { currentPriceMicros: true },
      },
    },
  });
  const popularity = ({ statistic }: (typeof services)[number]) => statistic?.popularity ?? 0;
  services.sort((a, b) => popularity(b) - popularity(a));
  return services.map(({ offers, statistic: _, ...service }) => ({
    ...service,
    fromPrice: offers[0] ? toDecimal(offers[0].currentPriceMicros) : null,
  }));
}

/** The countries of one service (slug or code) with price, stock and computed rates. Empty when it is not on offer. */
export function listOffersForService(deps: ReadDeps, service: string): Promise<OfferView[]> {
  return readOffers(deps, { service });
}

/** The services of one country (ISO code), of one of its operators where that is given, with price, stock and computed rates. */
export function listOffersForCountry(
  deps: ReadDeps,
  country: string,
  operator?: string,
): Promise<OfferView[]> {
  return readOffers(deps, { country, operator });
}

/** One service in one country (ISO code or the protocol's number); null when it is not on offer. */
export async function getOffer(
  deps: ReadDeps,
  key: { service: string; country: string; operator?: string },
): Promise<OfferView | null> {
  return (await readOffers(deps, key))[0] ?? null;
}

function matches({ service, country }: OfferView, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [service.name, service.slug, service.code, country.name, country.iso2].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

/** For the landing page: offers that can be had now and match, the most ordered first. */
export async function listBoard(
  deps: ReadDeps,
  { search = "", limit }: { search?: string; limit: number },
): Promise<OfferView[]> {
  const offers = await readOffers(deps, {});
  return offers
    .filter((offer) => offer.stock > 0 && matches(offer, search))
    .sort((a, b) => b.sampleSize - a.sampleSize || (a.priceMicros < b.priceMicros ? -1 : 1))
    .slice(0, limit);
}
