/**
 * The demo's narrow catalogue: six services, four countries. Prices, and what a supplier usually takes, are
 * decimal strings in USD.
 */
export const SERVICES = [
  {
    code: "wa",
    slug: "whatsapp",
    name: "WhatsApp",
    category: "messenger",
    price: "0.35",
    cost: "0.20",
    aliases: ["wa", "واتساپ", "zap"],
    matchWords: ["whatsapp"],
  },
  {
    code: "tg",
    slug: "telegram",
    name: "Telegram",
    category: "messenger",
    price: "0.32",
    cost: "0.18",
    aliases: ["tg", "تلگرام"],
    matchWords: ["telegram"],
  },
  {
    code: "go",
    slug: "google",
    name: "Google",
    category: "mail",
    price: "0.20",
    cost: "0.09",
    aliases: ["gmail", "youtube", "گوگل"],
    matchWords: ["google", "gmail", "youtube"],
  },
  {
    code: "ig",
    slug: "instagram",
    name: "Instagram",
    category: "social",
    price: "0.15",
    cost: "0.06",
    aliases: ["ig", "threads", "اینستاگرام"],
    matchWords: ["instagram"],
  },
  {
    code: "fb",
    slug: "facebook",
    name: "Facebook",
    category: "social",
    price: "0.12",
    cost: "0.05",
    aliases: ["fb", "meta", "فیسبوک"],
    matchWords: ["facebook"],
  },
  {
    code: "ds",
    slug: "discord",
    name: "Discord",
    category: "messenger",
    price: "0.10",
    cost: "0.04",
    aliases: ["ds", "دیسکورد"],
    matchWords: ["discord"],
  },
] as const;

/** `factor` is what a country's numbers cost against the service's base price, in percent. */
export const COUNTRIES = [
  {
    iso2: "BR",
    legacyId: 73,
    nameEn: "Brazil",
    nameFa: "برزیل",
    namePtBr: "Brasil",
    fiveSimName: "brazil",
    phoneCode: "55",
    factor: 100n,
  },
  {
    iso2: "US",
    legacyId: 187,
    nameEn: "United States",
    nameFa: "ایالات متحده",
    namePtBr: "Estados Unidos",
    fiveSimName: "usa",
    phoneCode: "1",
    factor: 180n,
  },
  {
    iso2: "GB",
    legacyId: 16,
    nameEn: "United Kingdom",
    nameFa: "بریتانیا",
    namePtBr: "Reino Unido",
    fiveSimName: "england",
    phoneCode: "44",
    factor: 160n,
  },
  {
    iso2: "ID",
    legacyId: 6,
    nameEn: "Indonesia",
    nameFa: "اندونزی",
    namePtBr: "Indonésia",
    fiveSimName: "indonesia",
    phoneCode: "62",
    factor: 80n,
  },
] as const;

interface OwnStock {
  provider: "own" | "reserve";
  iso2: (typeof COUNTRIES)[number]["iso2"];
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
