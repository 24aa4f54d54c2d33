import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import {
  getOffer,
  listOffersForCountry,
  listOffersForService,
  listServices,
} from "@/lib/domain/catalog/queries";
import { listFavoriteServices } from "@/lib/domain/catalog/queries/favorites";
import { listSoldOperators } from "@/lib/domain/catalog/queries/offer-operators";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import { findRefusedService } from "@/lib/domain/catalog/queries/refused-service";
import { listSoldCountries } from "@/lib/domain/catalog/queries/sold-countries";
import { customerScope } from "@/lib/domain/kernel/actor";
import { listRecentServices } from "@/lib/domain/numbers/queries/recent-services";
import { categoryOfReason } from "@/lib/format/category-reasons";
import { countryName } from "@/lib/format/country";
import { allCountryNames } from "@/lib/format/country-names";
import { routing } from "@/lib/i18n/routing";
import { requireCustomer } from "./session";

const RECENT = 5;

/** The services that can be bought: favourites first, then what the person rented last, then the popular ones. */
export async function loadServiceChoices() {
  const { actor } = await requireCustomer();
  const deps = getDeps();
  const scope = customerScope(actor);
  const [services, favorites, recent] = await Promise.all([
    listServices(deps),
    listFavoriteServices(deps, scope),
    listRecentServices(deps, scope, RECENT),
  ]);
  const groupOf = (slug: string) => {
    if (favorites.includes(slug)) return "favorites" as const;
    return recent.includes(slug) ? ("recent" as const) : ("all" as const);
  };
  return services.map(({ slug, name, code, aliases }) => ({
    key: slug,
    name,
    code,
    aliases,
    isFavorite: favorites.includes(slug),
    group: groupOf(slug),
  }));
}

/** The countries in which something is on offer, by their names in the page's language. */
export async function loadCountryChoices() {
  await requireCustomer();
  const locale = await getLocale();
  const countries = await listSoldCountries(getDeps());
  return countries
    .map(({ iso2, nameEn, phoneCode }) => ({
      key: iso2.toLowerCase(),
      name: countryName(iso2, locale, nameEn),
      code: `+${phoneCode}`,
      aliases: [iso2, ...routing.locales.map((each) => countryName(iso2, each, nameEn))],
      isFavorite: false,
      group: "all" as const,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** What people look for and nobody gets here; its category is a word for it too. */
export async function loadUnsoldChoices() {
  const [t, { prohibited }] = await Promise.all([
    getTranslations("pricing"),
    readPriceList(getDeps(), allCountryNames),
  ]);
  return prohibited.map(({ slug, name, code, aliases, category, reason }) => {
    const kind = reason ? categoryOfReason(reason) : null;
    return {
      key: slug,
      name,
      code,
      aliases: [...aliases, category],
      reason: kind ? t(`reasons.${kind}`) : (reason ?? t("notSoldReason")),
    };
  });
}

interface AskedOffers {
  by: "service" | "country";
  /** The service or country that was picked first. */
  key: string;
  /** Picked second, where the service was first. */
  country: string | null;
  operator: string | null;
}

/**
 * What one service costs in each country, or each service in one country, and the operators that can be chosen. With an
 * operator: what there is of it, in its own country.
 */
export async function loadBuyOffers({ by, key, country, operator: asked }: AskedOffers) {
  const deps = getDeps();
  const isByService = by === "service";
  const chosenCountry = isByService ? country : key;
  const [offers, operators] = await Promise.all([
    isByService ? listOffersForService(deps, key) : listOffersForCountry(deps, key),
    chosenCountry
      ? listSoldOperators(deps, { country: chosenCountry, service: isByService ? key : null })
      : Promise.resolve([]),
  ]);
  const operator = operators.find(({ code }) => code === asked) ?? null;
  if (!operator || !chosenCountry) return { offers, operators, operator: null };
  if (!isByService)
    return { offers: await listOffersForCountry(deps, key, operator.code), operators, operator };
  const narrow = await getOffer(deps, { service: key, country: chosenCountry, operator: operator.code });
  const all = offers.map((offer) => (offer.offerId === narrow?.offerId ? narrow : offer));
  return { offers: all, operators, operator };
}

/** Why a service that was asked for is not among the choices. */
export async function loadRefusedService(key: string) {
  return findRefusedService(getDeps(), key);
}
