import type { SearchWords } from "./search-words";
import type { StockBand } from "./stock-band";

/** What an uploaded picture may weigh; a form says so before it sends more. */
export const MAX_ICON_BYTES = 64 * 1024;

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
  band: StockBand;
  /** Providers that could serve it now. */
  providers: number;
  /** Share of finished orders that got a code, 0 to 1; null under five orders. */
  successRate: number | null;
  sampleSize: number;
  medianWaitSeconds: number | null;
  /** A supplier that would serve it is a simulator. */
  isSimulated: boolean;
}

/** A service as staff sees it in the list. Rates are computed; null under five orders. */
export interface ServiceListRow {
  id: string;
  code: string;
  slug: string;
  fiveSimName: string | null;
  name: string;
  category: string;
  /** Has an icon of its own, served under its version. */
  hasIcon: boolean;
  currentPrice: string;
  offers: number;
  sampleSize: number;
  successRate: number | null;
  medianWaitSeconds: number | null;
  popularity: number;
  isActive: boolean;
  isProhibited: boolean;
  prohibitedReason: string | null;
  /** A rule prohibited it and nobody has looked yet. */
  needsReview: boolean;
  sortOrder: number;
  version: number;
  updatedAt: string;
}

/** Every field of a service, for its page. */
export interface ServiceDetail extends ServiceListRow {
  description: string | null;
  aliases: string[];
  matchWords: string[];
  basePrice: string;
  isFreeAllowed: boolean;
  freeDailyLimit: number;
  minVerificationLevel: number;
  policyReviewedAt: string | null;
  withCode: number;
  computedAt: string | null;
  createdAt: string;
}

export interface CountryListRow {
  id: string;
  iso2: string;
  legacyId: number;
  isCanonical: boolean;
  nameEn: string;
  nameFa: string | null;
  namePtBr: string | null;
  fiveSimName: string | null;
  phoneCode: string;
  hasFlag: boolean;
  isActive: boolean;
  operators: number;
  offers: number;
  sortOrder: number;
  version: number;
  updatedAt: string;
}

export interface OperatorView {
  id: string;
  code: string;
  name: string;
  offers: number;
  numbers: number;
  updatedAt: string;
}

export interface CountryDetail extends Omit<CountryListRow, "operators"> {
  operators: OperatorView[];
  createdAt: string;
}

/** One line of the public price list. */
export interface PriceRow {
  offerId: string;
  service: { slug: string; code: string; name: string; aliases: readonly string[] };
  country: { iso2: string; name: string };
  /** Decimal string. */
  price: string;
  priceMicros: bigint;
  currency: string;
  stock: number;
  /** What is said of it in public: the exact number changes with every rental. */
  band: StockBand;
  /** Orders of the service in the last 30 days, over all countries. */
  popularity: number;
  /** Null under five finished orders. */
  successRate: number | null;
  sampleSize: number;
  medianWaitSeconds: number | null;
}

/** Known, and not sold. */
export interface ProhibitedService {
  slug: string;
  name: string;
  code: string;
  aliases: readonly string[];
  /** "bank", "payment": what of its kind is looked for by. */
  category: string;
  reason: string | null;
}

/** Every public price, with what a search looks at. */
export interface PriceList {
  rows: readonly PriceRow[];
  prohibited: readonly ProhibitedService[];
  /** By slug. */
  serviceWords: ReadonlyMap<string, SearchWords>;
  /** By ISO code. */
  countryWords: ReadonlyMap<string, SearchWords>;
  /** The whole list in the orders that somebody has asked for: most visitors search nothing, and thousands of rows need not be sorted for each. */
  orders: Map<string, readonly PriceRow[]>;
}

export type PriceWarning =
  | "below_cost"
  | "under_discount"
  | "jump_10x_up"
  | "jump_10x_down"
  | "jump_50_up"
  | "jump_50_down";

/** An offer as staff sees it. Amounts are decimal strings. */
export interface OfferListRow {
  id: string;
  service: { id: string; code: string; slug: string; name: string };
  country: { id: string; iso2: string; legacyId: number; name: string };
  operator: { id: string; name: string } | null;
  basePrice: string;
  currentPrice: string;
  /** What the cheapest supplier with numbers asks; null when none says. */
  cost: string | null;
  /** Share of the price that stays, 0 to 1; negative below cost. */
  margin: number | null;
  stock: number;
  isActive: boolean;
  version: number;
  updatedAt: string;
}

export interface PriceChangeView {
  id: string;
  /** Null for the first price. */
  from: string | null;
  to: string;
  reason: string | null;
  batchId: string | null;
  changedBy: string | null;
  at: string;
}

export interface OfferDetail extends OfferListRow {
  bulkDiscounts: { minQuantity: number; pricePer: string }[];
  /** The newest first. */
  changes: PriceChangeView[];
  createdAt: string;
}

/** A change of many prices, previewed or applied. */
export interface PriceBatchView {
  id: string;
  mode: string;
  amount: string | null;
  rounding: string | null;
  offers: number;
  reason: string | null;
  createdBy: string | null;
  createdAt: string;
  appliedBy: string | null;
  appliedAt: string | null;
  undoesBatchId: string | null;
  /** The applied batch that took it back. */
  undoneById: string | null;
}

export interface PriceDraftRow {
  offerId: string;
  service: string;
  country: { iso2: string; name: string };
  operator: string | null;
  from: string;
  /** Null: left alone, for the reason in `skipped`. */
  to: string | null;
  cost: string | null;
  margin: number | null;
  /** The gravest first. */
  warnings: PriceWarning[];
  skipped: "no_cost" | "not_positive" | "too_high" | "changed_since" | null;
  /** What it costs now, where somebody changed it after the preview. */
  changedTo: string | null;
  /** What it costs now, where the new price became a loss after the preview. */
  costNow: string | null;
}

export interface PriceDraftView extends PriceBatchView {
  filter: {
    services: string[];
    countries: string[];
    category: string;
    min: string | null;
    max: string | null;
  };
  /** How many change, are left alone, warn (by warning) and were changed by somebody since. */
  counts: {
    changed: number;
    skipped: number;
    stale: number;
    /** New prices that are no whole number of cents. */
    fractions: number;
    warnings: Record<PriceWarning, number>;
  };
  /** What it warns about, the gravest first, and what a confirmation of just that sends. */
  warned: { warnings: PriceWarning[]; confirm: string };
  rows: PriceDraftRow[];
  page: number;
  pageSize: number;
  total: number;
}
