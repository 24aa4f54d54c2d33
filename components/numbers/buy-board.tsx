import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { CountryOffers } from "./country-offers";
import type { RentOffer, Sort } from "./rent-offer";
import { type PickableService, ServicePicker } from "./service-picker";

interface BuyBoardProps {
  services: PickableService[];
  chosen: PickableService | null;
  offers: RentOffer[];
  sort: Sort;
}

/** Two panes: which app, then which country. */
export function BuyBoard({ services, chosen, offers, sort }: BuyBoardProps) {
  const t = useTranslations("numbers.buy");
  if (!chosen) return <EmptyState title={t("empty")} />;
  return (
    <div className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <ServicePicker services={services} chosen={chosen.slug} />
      <CountryOffers
        key={chosen.slug}
        service={{ slug: chosen.slug, name: chosen.name }}
        offers={offers}
        sort={sort}
      />
    </div>
  );
}
