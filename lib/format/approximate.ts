import { MICROS_PER_UNIT, parseDecimal } from "@/lib/domain/kernel/money";
import { directionOf } from "@/lib/i18n/routing";
import { formatSum } from "./money";
import { numberFormat } from "./number-format";

/** What one US dollar is shown as; never booked. */
export interface DisplayRate {
  currency: "BRL" | "TOMAN";
  /** Decimal: "5.40". */
  perUsd: string;
  /** When the shop set it, ISO; null where nobody can tell. */
  at: string | null;
}

/** Micro-units of USD in micro-units of the rate's currency, half a micro up; null for a rate that is none. */
export function approximateMicros(micros: bigint, perUsd: string): bigint | null {
  const rate = parseDecimal(perUsd);
  if (rate === null || rate <= 0n) return null;
  const half = MICROS_PER_UNIT / 2n;
  return (micros * rate + (micros < 0n ? -half : half)) / MICROS_PER_UNIT;
}

const plain = (text: string, locale: string) =>
  directionOf(locale) === "rtl" ? `\u2066${text}\u2069` : text;

/** "R$67.50" in whole cents; toman, which has no code of its own, as a whole number without its name. */
export function formatApproximate(micros: bigint, rate: DisplayRate, locale: string): string | null {
  const worth = approximateMicros(micros, rate.perUsd);
  if (worth === null) return null;
  if (rate.currency === "BRL") return formatSum(worth, "BRL", locale);
  const half = worth < 0n ? -MICROS_PER_UNIT / 2n : MICROS_PER_UNIT / 2n;
  const whole = (worth + half) / MICROS_PER_UNIT;
  return plain(numberFormat(`${locale}-u-nu-latn`, { maximumFractionDigits: 0 }).format(whole), locale);
}
