/** One service in one country, as the buy page shows it. Money is a decimal string. */
export interface RentOffer {
  offerId: string;
  service: { slug: string; name: string };
  country: { iso2: string; name: string; phoneCode: string };
  price: string;
  currency: string;
  stock: number;
  successRate: number | null;
  sampleSize: number;
  medianWaitSeconds: number | null;
  isSimulated: boolean;
}

export const SORTS = ["value", "price", "speed", "stock"] as const;
export type Sort = (typeof SORTS)[number];

const MICROS_DIGITS = 6;

/** "0.35" -> 350000, for comparing only. */
function comparable(price: string): number {
  const [whole = "0", fraction = ""] = price.split(".");
  return Number(whole + fraction.padEnd(MICROS_DIGITS, "0"));
}

/** What one code is likely to cost: the price over the rate at which codes come. An unknown rate counts as average. */
function expectedCost(offer: RentOffer): number {
  const AVERAGE_RATE = 0.7;
  return comparable(offer.price) / Math.max(offer.successRate ?? AVERAGE_RATE, 0.01);
}

const UNKNOWN_WAIT = Number.MAX_SAFE_INTEGER;

const ORDER: Record<Sort, (a: RentOffer, b: RentOffer) => number> = {
  value: (a, b) => expectedCost(a) - expectedCost(b),
  price: (a, b) => comparable(a.price) - comparable(b.price),
  speed: (a, b) => (a.medianWaitSeconds ?? UNKNOWN_WAIT) - (b.medianWaitSeconds ?? UNKNOWN_WAIT),
  stock: (a, b) => b.stock - a.stock,
};

/** What has stock first, then by the chosen order; the name decides between equals. */
export function sortOffers(offers: RentOffer[], sort: Sort): RentOffer[] {
  return [...offers].sort(
    (a, b) =>
      Number(b.stock > 0) - Number(a.stock > 0) ||
      ORDER[sort](a, b) ||
      a.country.name.localeCompare(b.country.name) ||
      a.service.name.localeCompare(b.service.name),
  );
}

export type StockBand = "many" | "some" | "few" | "none";

export function stockBand(stock: number): StockBand {
  if (stock === 0) return "none";
  if (stock < 5) return "few";
  return stock < 25 ? "some" : "many";
}

/** Those that cost at most this (a decimal string); all where there is no ceiling. */
export function withinPrice(offers: RentOffer[], ceiling: string | null): RentOffer[] {
  return ceiling === null ? offers : offers.filter((offer) => comparable(offer.price) <= comparable(ceiling));
}

/** Whether a price is above the amount that the person wants to be asked about. */
export function isAbove(price: string, threshold: string | null): boolean {
  return threshold !== null && comparable(price) > comparable(threshold);
}
