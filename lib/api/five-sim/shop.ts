import type { Deps } from "@/lib/deps";
import { listCallNames, listShelves, type Shelf } from "@/lib/domain/catalog/queries/shelves";
import { ANY, countryNameOf, productName } from "./names";
import type { ProtocolNames } from "./order-answer";

/** What is on offer, by the protocol's names. */
export interface Shop extends ProtocolNames {
  shelves: Shelf[];
  countryNamed(name: string): Shelf["country"] | undefined;
  productNamed(name: string): Shelf["service"] | undefined;
  /** Whether anything is sold of this operator in the country. */
  hasOperator(iso2: string, operator: string): boolean;
}

async function readShop(deps: Deps): Promise<Shop> {
  const [shelves, { services, countries }] = await Promise.all([listShelves(deps), listCallNames(deps)]);
  const byCountry = new Map(shelves.map(({ country }) => [countryNameOf(country), country]));
  const byProduct = new Map(shelves.map(({ service }) => [productName(service), service]));
  const operators = new Set(shelves.map(({ country, operator }) => `${country.iso2}:${operator ?? ANY}`));
  return {
    shelves,
    products: new Map(services.map((service) => [service.code, productName(service)])),
    countries: new Map(
      countries.map(({ iso2, nameEn, fiveSimName }) => [iso2, countryNameOf({ name: nameEn, fiveSimName })]),
    ),
    countryNamed: (name) => byCountry.get(name),
    productNamed: (name) => byProduct.get(name),
    hasOperator: (iso2, operator) => operators.has(`${iso2}:${operator}`),
  };
}

const KEPT_MS = 5_000;

/** Read once for all who ask within seconds; what is bought is priced anew. */
export function shopOf(deps: Deps): Promise<Shop> {
  return deps.kept.read("five-sim.shop", KEPT_MS, () => readShop(deps));
}
