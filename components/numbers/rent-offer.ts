/** One service in one country, as the buy page shows it. Money is a decimal string. */
export interface RentOffer {
  offerId: string;
  service: { slug: string; name: string };
  country: { iso2: string; name: string; phoneCode: string };
  /** The one that was asked for; null: any. */
  operator: { code: string; name: string } | null;
  price: string;
  currency: string;
  stock: number;
  /** What is said of the stock. */
  band: "none" | "few" | "some" | "many";
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

/** Until orders tell: what part of the orders gets a code, and how many orders that guess is worth. */
const GUESSED_RATE = 0.7;
const GUESS_WEIGHT = 10;

/** The rate at which codes come, drawn towards the guess while few orders speak for it: five of five is not yet 100 %. */
function likelyRate({ successRate, sampleSize }: RentOffer): number {
  const seen = successRate === null ? 0 : sampleSize;
  return ((successRate ?? 0) * seen + GUESSED_RATE * GUESS_WEIGHT) / (seen + GUESS_WEIGHT);
}

/** Best value: what one code is likely to cost in the end, the price over the rate at which codes come. */
export function expectedCost(offer: RentOffer): number {
  return comparable(offer.price) / likelyRate(offer);
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

/** Those that cost at most this (a decimal string); all where there is no ceiling. */
export function withinPrice(offers: RentOffer[], ceiling: string | null): RentOffer[] {
  return ceiling === null ? offers : offers.filter((offer) => comparable(offer.price) <= comparable(ceiling));
}

/** Whether a price is above the amount that the person wants to be asked about. */
export function isAbove(price: string, threshold: string | null): boolean {
  return threshold !== null && comparable(price) > comparable(threshold);
}
