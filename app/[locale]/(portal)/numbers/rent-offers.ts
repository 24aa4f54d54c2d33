import type { RentOffer } from "@/components/numbers/rent-offer";
import type { OfferView } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";

/** The catalogue's offers as the buy page shows them, countries in the page's language. */
export function toRentOffers(
  offers: OfferView[],
  locale: string,
  chosen: { country: string | null; operator: RentOffer["operator"] },
): RentOffer[] {
  return offers.map(({ offerId, service, country, price, currency, stock, band, successRate, ...rest }) => ({
    offerId,
    service: { slug: service.slug, name: service.name },
    country: {
      iso2: country.iso2,
      name: countryName(country.iso2, locale, country.name),
      phoneCode: country.phoneCode,
    },
    operator: country.iso2.toLowerCase() === chosen.country ? chosen.operator : null,
    price,
    currency,
    stock,
    band,
    successRate,
    sampleSize: rest.sampleSize,
    medianWaitSeconds: rest.medianWaitSeconds,
    isSimulated: rest.isSimulated,
  }));
}
