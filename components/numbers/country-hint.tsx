import { useTranslations } from "next-intl";
import { searchThings } from "@/lib/domain/kernel/search";
import { Link } from "@/lib/i18n/navigation";
import { type BuyView, buyHref } from "./buy-view";
import type { RentOffer } from "./rent-offer";

interface CountryHintProps {
  query: string;
  view: BuyView;
  /** Where the shown service is on offer: the countries that are known here. */
  offers: readonly RentOffer[];
}

/** Who types a country where an app is asked for is shown the other way round. */
export function CountryHint({ query, view, offers }: CountryHintProps) {
  const t = useTranslations("numbers.buy");
  const countries = offers.map(({ country }) => ({
    iso2: country.iso2.toLowerCase(),
    name: country.name,
    code: country.iso2,
    aliases: [],
  }));
  const [country] = searchThings(countries, query);
  if (!country) return null;
  return (
    <p className="text-ink-2 text-sm">
      {t("isCountry", { name: country.name })}{" "}
      <Link
        href={buyHref(view, { by: "country", country: country.iso2, service: null })}
        prefetch={false}
        className="underline underline-offset-2"
      >
        {t("countryFirst")}
      </Link>
    </p>
  );
}
