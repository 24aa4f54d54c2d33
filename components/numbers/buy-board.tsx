import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { OfferView, ServiceView } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";
import { CountryOffers } from "./country-offers";
import type { RentOffer, Sort } from "./rent-offer";
import { ServicePicker } from "./service-picker";

interface BuyBoardProps {
  services: ServiceView[];
  chosen: ServiceView | null;
  offers: OfferView[];
  sort: Sort;
  locale: string;
}

function toRentOffer(offer: OfferView, locale: string): RentOffer {
  return {
    offerId: offer.offerId,
    service: offer.service.slug,
    country: {
      iso2: offer.country.iso2,
      name: countryName(offer.country.iso2, locale, offer.country.name),
      phoneCode: offer.country.phoneCode,
    },
    price: offer.price,
    currency: offer.currency,
    stock: offer.stock,
    successRate: offer.successRate,
    sampleSize: offer.sampleSize,
    medianWaitSeconds: offer.medianWaitSeconds,
    isSimulated: offer.isSimulated,
  };
}

/** Two panes: which app, then which country. */
export function BuyBoard({ services, chosen, offers, sort, locale }: BuyBoardProps) {
  const t = useTranslations("numbers.buy");
  if (!chosen) return <EmptyState title={t("empty")} />;
  return (
    <div className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <ServicePicker services={services} chosen={chosen.slug} />
      <CountryOffers
        key={chosen.slug}
        service={{ slug: chosen.slug, name: chosen.name }}
        offers={offers.map((offer) => toRentOffer(offer, locale))}
        sort={sort}
      />
    </div>
  );
}
