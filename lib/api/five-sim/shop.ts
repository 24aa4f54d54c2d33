import type { Deps } from "@/lib/deps";
import { listCallNames } from "@/lib/domain/catalog/queries/call-names";
import {
  type ProtocolCountry,
  type ProtocolService,
  readProtocolNames,
} from "@/lib/domain/catalog/queries/protocol-names";
import { readShelf, type ShelfRow } from "@/lib/domain/catalog/queries/shelf";
import { describeSample } from "@/lib/domain/catalog/success-rate";
import { countryNameOf, productName } from "./names";
import type { OrderNames } from "./order-answer";

/** One price of the protocol: a product in a country, of any operator (null) or of one. */
export interface Price {
  service: ProtocolService;
  product: string;
  country: ProtocolCountry;
  countryName: string;
  operator: string | null;
  priceMicros: bigint;
  stock: number;
  /** 0 to 1, of the product in the country; null where too few orders say anything. */
  successRate: number | null;
}

/** What is on offer, by the protocol's names. */
export interface Shop extends OrderNames {
  prices: Price[];
  countryNamed(name: string): ProtocolCountry | undefined;
  productNamed(name: string): ProtocolService | undefined;
}

function pricesOf(row: ShelfRow, country: ProtocolCountry, service: ProtocolService): Price[] {
  const { successRate } = describeSample({ ...row, medianWaitSeconds: null });
  const common = {
    service,
    product: productName(service),
    country,
    countryName: countryNameOf(country),
    successRate,
  };
  const { priceMicros, stock } = row;
  return [
    { ...common, operator: null, priceMicros, stock },
    ...row.operators.map(({ code, ...of }) => ({ ...common, operator: code, ...of })),
  ];
}

async function readShop(deps: Deps): Promise<Shop> {
  const [shelf, sold, called] = await Promise.all([
    readShelf(deps),
    readProtocolNames(deps),
    listCallNames(deps),
  ]);
  const prices = shelf.rows.flatMap((row) => {
    const [country, service] = [sold.countries.get(row.countryLegacyId), sold.services.get(row.serviceCode)];
    return country && service ? pricesOf(row, country, service) : [];
  });
  const byCountry = new Map(prices.map(({ country, countryName }) => [countryName, country]));
  const byProduct = new Map(prices.map(({ service, product }) => [product, service]));
  return {
    prices,
    products: new Map(called.services.map((service) => [service.code, productName(service)])),
    countries: new Map(called.countries.map((country) => [country.iso2, countryNameOf(country)])),
    countryNamed: (name) => byCountry.get(name),
    productNamed: (name) => byProduct.get(name),
  };
}

const KEPT_MS = 5_000;

/** Read once for all who ask within seconds; what is bought is priced anew. */
export function shopOf(deps: Deps): Promise<Shop> {
  return deps.kept.read("five-sim.shop", KEPT_MS, () => readShop(deps));
}
