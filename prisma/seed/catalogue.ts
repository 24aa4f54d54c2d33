/** The demo's narrow catalogue: six services, four countries. Prices are decimal strings in USD. */
export const SERVICES = [
  {
    code: "wa",
    slug: "whatsapp",
    name: "WhatsApp",
    category: "messenger",
    price: "0.35",
    aliases: ["wa", "واتساپ", "zap"],
    matchWords: ["whatsapp"],
  },
  {
    code: "tg",
    slug: "telegram",
    name: "Telegram",
    category: "messenger",
    price: "0.32",
    aliases: ["tg", "تلگرام"],
    matchWords: ["telegram"],
  },
  {
    code: "go",
    slug: "google",
    name: "Google",
    category: "mail",
    price: "0.20",
    aliases: ["gmail", "youtube", "گوگل"],
    matchWords: ["google", "gmail", "youtube"],
  },
  {
    code: "ig",
    slug: "instagram",
    name: "Instagram",
    category: "social",
    price: "0.15",
    aliases: ["ig", "threads", "اینستاگرام"],
    matchWords: ["instagram"],
  },
  {
    code: "fb",
    slug: "facebook",
    name: "Facebook",
    category: "social",
    price: "0.12",
    aliases: ["fb", "meta", "فیسبوک"],
    matchWords: ["facebook"],
  },
  {
    code: "ds",
    slug: "discord",
    name: "Discord",
    category: "messenger",
    price: "0.10",
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

/** Own SIMs stand in Britain: Ofcom keeps 07700 900000 to 900999 for fiction, so no demo number is anybody's. */
export const OWN_STOCK = { iso2: "GB", first: 447_700_900_100n, count: 60 } as const;
