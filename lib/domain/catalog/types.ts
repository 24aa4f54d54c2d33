export interface ServiceView {
  slug: string;
  /** The SMS-Activate protocol's code ("wa"). */
  code: string;
  name: string;
  category: string;
  aliases: string[];
  /** Cheapest active offer, as a decimal string; null when there is none. */
  fromPrice: string | null;
}

/** One service in one country: what it costs and how it goes. */
export interface OfferView {
  offerId: string;
  service: { slug: string; code: string; name: string };
  country: { iso2: string; name: string; phoneCode: string; legacyId: number };
  /** Decimal string. */
  price: string;
  priceMicros: bigint;
  currency: string;
  /** Bookable now: own numbers and what suppliers say they have at a cost that pays. */
  stock: number;
  /** Providers that could serve it now. */
  providers: number;
  /** Share of finished orders that got a code, 0 to 1; null under five orders. */
  successRate: number | null;
  sampleSize: number;
  medianWaitSeconds: number | null;
  /** A supplier that would serve it is a simulator. */
  isSimulated: boolean;
}
