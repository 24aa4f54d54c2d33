import { latinDigits } from "./latin-digits";
import { parseDecimal } from "./money";

/** One comma as the decimal sign. Before exactly three digits it may as well part thousands: that is refused, not guessed. */
const COMMA = /^([-+]?\d{1,12}),(\d{1,2}|\d{4,6})$/;

/** "0,40" or "۰٫۴۰" -> "0.40": how people write an amount, in any of the languages. What cannot be told stays as it is. */
export function plainDecimal(text: string): string {
  return latinDigits(text.trim()).replace("\u066b", ".").replace("\u2212", "-").replace(COMMA, "$1.$2");
}

/** An amount as somebody typed it, in micro-units; null for what is none ("0,400" could be both). */
export function parseTyped(text: string): bigint | null {
  return parseDecimal(plainDecimal(text));
}
