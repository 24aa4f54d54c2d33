/** The demo's shop: six services in four countries. Prices are decimal strings in USD. */
export const COUNTRIES = [
  { iso2: "BR", legacyId: 73, nameEn: "Brazil", nameFa: "برزیل", namePtBr: "Brasil", fiveSimName: "brazil", phoneCode: "55" },
  { iso2: "US", legacyId: 187, nameEn: "United States", nameFa: "ایالات متحده", namePtBr: "Estados Unidos", fiveSimName: "usa", phoneCode: "1" },
  { iso2: "GB", legacyId: 16, nameEn: "United Kingdom", nameFa: "بریتانیا", namePtBr: "Reino Unido", fiveSimName: "england", phoneCode: "44" },
  { iso2: "ID", legacyId: 6, nameEn: "Indonesia", nameFa: "اندونزی", namePtBr: "Indonésia", fiveSimName: "indonesia", phoneCode: "62" },
] as const;

export type SeedIso2 = (typeof COUNTRIES)[number]["iso2"];

interface SeedService {
  code: string;
  slug: string;
  name: string;
  category: string;
  aliases: string[];
  matchWords: string[];
  /** What a supplier usually takes. */
  cost: string;
  prices: Record<SeedIso2, string>;
}

export const SERVICES: SeedService[] = [
  {
    code: "wa",
    slug: "whatsapp",
    name: "WhatsApp",
    category: "messenger",
    aliases: ["wa", "whats app", "zap", "واتساپ"],
    matchWords: ["whatsapp", "واتساپ", "واتس‌اپ"],
    cost: "0.20",
    prices: { BR: "0.35", US: "0.95", GB: "0.60", ID: "0.28" },
  },
  {
    code: "tg",
    slug: "telegram",
    name: "Telegram",
    category: "messenger",
    aliases: ["tg", "تلگرام"],
    matchWords: ["telegram", "تلگرام"],
    cost: "0.18",
    prices: { BR: "0.40", US: "1.10", GB: "0.75", ID: "0.32" },
  },
  {
    code: "go",
    slug: "google",
    name: "Google",
    category: "account",
    aliases: ["gmail", "youtube", "گوگل"],
    matchWords: ["google", "gmail", "youtube", "گوگل"],
    cost: "0.09",
    prices: { BR: "0.18", US: "0.30", GB: "0.25", ID: "0.15" },
  },
  {
    code: "ig",
    slug: "instagram",
    name: "Instagram",
    category: "social",
    aliases: ["insta", "threads", "اینستاگرام"],
    matchWords: ["instagram", "اینستاگرام"],
    cost: "0.06",
    prices: { BR: "0.14", US: "0.22", GB: "0.20", ID: "0.12" },
  },
  {
    code: "fb",
    slug: "facebook",
    name: "Facebook",
    category: "social",
    aliases: ["fb", "فیسبوک"],
    matchWords: ["facebook", "فیسبوک", "فیس‌بوک"],
    cost: "0.05",
    prices: { BR: "0.12", US: "0.20", GB: "0.18", ID: "0.10" },
  },
  {
    code: "ds",
    slug: "discord",
    name: "Discord",
    category: "messenger",
    aliases: ["ds", "دیسکورد"],
    matchWords: ["discord", "دیسکورد"],
    cost: "0.04",
    prices: { BR: "0.10", US: "0.16", GB: "0.14", ID: "0.08" },
  },
];

/**
 * Numbers of our own: of a real form, from ranges that reach nobody (555-01xx in the USA, 020 7946 0xxx in London) or
 * that nobody is known to have.
 */
export const OWN_RANGES: Record<SeedIso2, string[]> = {
  BR: ["+55279999001", "+55279999002", "+55279999003", "+55279999004"],
  US: ["+1305555010", "+1404555011", "+1512555012", "+1617555013"],
  GB: ["+44207946001", "+44207946002", "+44207946003", "+44207946004"],
  ID: ["+62811999001", "+62811999002", "+62811999003", "+62811999004"],
};

/** Each range stands for its ten numbers, one more digit long. Brazil's and Indonesia's need one digit more. */
export const RANGE_SUFFIX: Record<SeedIso2, string> = { BR: "1", US: "", GB: "", ID: "0" };
