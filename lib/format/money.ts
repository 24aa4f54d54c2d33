import { toDecimal } from "@/lib/domain/kernel/money";
import { directionOf } from "@/lib/i18n/routing";
import { numberFormat } from "./number-format";

/** Invisible marks that Intl puts into right-to-left amounts. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/g;

/** Persian sets the sign of a currency apart; before Latin digits it stands close. */
const LONE_SIGN = /^([-\u2212]?\p{Sc})\s+/u;

/**
 * 350000n, "USD", "en" -> "$0.35". Digits stay Latin (amounts are compared across languages) and those finer than a cent
 * are kept. The amount goes through as a decimal string, never as a float. In right-to-left languages it comes isolated,
 * so that it also reads left to right inside a sentence, a label or a title.
 */
export function formatMoney(micros: bigint, currency: string, locale: string): string {
  const decimal = toDecimal(micros);
  const fraction = decimal.split(".")[1] ?? "";
  const text = numberFormat(`${locale}-u-nu-latn`, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.max(2, fraction.length),
  })
    .format(decimal as Intl.StringNumericLiteral)
    .replace(DIRECTION_MARKS, "");
  return directionOf(locale) === "rtl" ? `\u2066${text.replace(LONE_SIGN, "$1")}\u2069` : text;
}

const MICROS_PER_CENT = 10_000n;

/** The same for sums of many amounts, in whole cents (half a cent away from zero): 129731500n -> "$129.73". */
export function formatSum(micros: bigint, currency: string, locale: string): string {
  const half = micros < 0n ? -MICROS_PER_CENT / 2n : MICROS_PER_CENT / 2n;
  return formatMoney(((micros + half) / MICROS_PER_CENT) * MICROS_PER_CENT, currency, locale);
}
