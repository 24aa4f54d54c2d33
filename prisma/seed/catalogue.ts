/** How many services the demo has on offer: the best known. */
export const SERVICES_ON_OFFER = 120;

/** What the demo's history is made of, and what our own numbers can receive: codes and ISO codes. */
export const STOCKED_SERVICES = ["wa", "tg", "go", "ig", "fb", "ds"] as const;
export const STOCKED_COUNTRIES = ["BR", "US", "GB", "ID"] as const;

/** How many services the supplier's part of the history has, and where: the country that buys most first. */
export const PAST_SERVICES = 40;
export const PAST_COUNTRIES = [
  "BR",
  "US",
  "ID",
  "IN",
  "GB",
  "PH",
  "VN",
  "MX",
  "NG",
  "DE",
  "CO",
  "TR",
  "ES",
  "FR",
  "AR",
  "KE",
  "PL",
  "ZA",
  "PT",
  "IT",
] as const;

interface OwnStock {
  provider: "own" | "reserve";
  iso2: (typeof STOCKED_COUNTRIES)[number];
  /** Each start stands for the ten numbers that are one digit longer. */
  starts: string[];
}

/**
 * Numbers of our own: of a real form, from ranges that reach nobody. Ofcom keeps 07700 900000 to 900999 for fiction, the
 * USA 555-0100 to 555-0199; the others nobody is known to have. Britain's are sold first; the reserve is for the hour
 * when the supplier is dry or dead.
 */
export const OWN_STOCK: OwnStock[] = [
  { provider: "own", iso2: "GB", starts: ["+44770090010", "+44770090011", "+44770090012", "+44770090013"] },
  {
    provider: "reserve",
    iso2: "BR",
    starts: ["+552799990011", "+552799990012", "+552799990013", "+552799990014"],
  },
  { provider: "reserve", iso2: "US", starts: ["+1305555010", "+1404555011", "+1512555012", "+1617555013"] },
  {
    provider: "reserve",
    iso2: "ID",
    starts: ["+628119990011", "+628119990012", "+628119990013", "+628119990014"],
  },
];
