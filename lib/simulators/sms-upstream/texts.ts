import { digits, pick } from "../random";
import { ASSORTMENT } from "./assortment";

type Language = "en" | "pt" | "id" | "fa" | "ru" | "es" | "zh";

interface Brand {
  name: string;
  codeLength: number;
  /** How the brand writes its code. */
  write?(code: string): string;
}

const dashed = (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`;

/** How the best known write their codes, by the protocol's service code. */
const STORIED: Record<string, Brand> = {
  wa: { name: "WhatsApp", codeLength: 6, write: dashed },
  tg: { name: "Telegram", codeLength: 5 },
  go: { name: "Google", codeLength: 6, write: (code) => `G-${code}` },
  ig: { name: "Instagram", codeLength: 6, write: (code) => `${code.slice(0, 3)} ${code.slice(3)}` },
  fb: { name: "Facebook", codeLength: 5 },
  ds: { name: "Discord", codeLength: 6 },
};

/** Every service it trades in, by the protocol's code. */
export const BRANDS: Record<string, Brand> = {
  ...Object.fromEntries([...ASSORTMENT.services].map(([code, { name }]) => [code, { name, codeLength: 6 }])),
  ...STORIED,
};

const PERSIAN_ZERO = 0x06f0;
const toPersian = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(PERSIAN_ZERO + Number(digit)));

const TEMPLATES: Record<Language, ((brand: string, code: string) => string)[]> = {
  en: [
    (brand, code) => `Your ${brand} code: ${code}\nDon't share this code with others`,
    (brand, code) => `${code} is your ${brand} verification code. It expires in 10 minutes.`,
  ],
  pt: [
    (brand, code) => `Seu código do ${brand}: ${code}\nNão compartilhe este código com ninguém`,
    (brand, code) => `${code} é o seu código de verificação do ${brand}. Ele expira em 10 minutos.`,
  ],
  id: [
    (brand, code) => `Kode ${brand} Anda: ${code}. Jangan bagikan kode ini kepada siapa pun`,
    (brand, code) => `${code} adalah kode verifikasi ${brand} Anda. Berlaku 10 menit.`,
  ],
  fa: [(brand, code) => `کد تأیید ${brand} شما: ${toPersian(code)}\nاین کد را به کسی ندهید`],
  ru: [(brand, code) => `Ваш код ${brand}: ${code}. Никому его не сообщайте`],
  es: [(brand, code) => `Tu código de ${brand} es ${code}. No lo compartas con nadie`],
  zh: [(brand, code) => `【${brand}】验证码 ${code}，10分钟内有效，请勿泄露。`],
};

const FOREIGN_LANGUAGES: Language[] = ["fa", "ru", "es", "zh"];
/** One text in this many comes in a language that the country would not expect. */
const FOREIGN_EVERY = 6;

export interface SimulatedText {
  code: string;
  text: string;
}

/** A text as this brand would send it there. */
export function writeText(random: () => number, service: string, language: Language): SimulatedText {
  const brand = BRANDS[service] ?? { name: service, codeLength: 6 };
  const code = digits(random, brand.codeLength);
  const spoken = random() * FOREIGN_EVERY < 1 ? pick(random, FOREIGN_LANGUAGES) : language;
  const template = pick(random, TEMPLATES[spoken]);
  return { code, text: template(brand.name, brand.write?.(code) ?? code) };
}

/** A text of another brand than the one that was ordered. */
export function writeForeignText(random: () => number, service: string, language: Language): SimulatedText {
  const others = Object.keys(BRANDS).filter((code) => code !== service);
  return writeText(random, pick(random, others), language);
}
