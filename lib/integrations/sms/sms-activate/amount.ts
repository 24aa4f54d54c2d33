import { parseDecimal } from "@/lib/domain/kernel/money";

const MICROS_DIGITS = 6;
/** JavaScript writes what is smaller with an exponent. */
const SMALLEST_PLAIN = 1e-6;

/**
 * A JSON number or a decimal string as micro-units. A JSON number is read through its shortest text ("0.1"), never
 * multiplied; digits finer than a micro-unit are rounded up, because this is what we pay. Null for anything else.
 */
export function amountMicros(value: unknown): bigint | null {
  if (typeof value === "number" && value > 0 && value < SMALLEST_PLAIN) return 1n;
  const text = typeof value === "number" && Number.isFinite(value) ? value.toString() : value;
  if (typeof text !== "string") return null;
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  const micros = parseDecimal(`${whole}.${fraction.slice(0, MICROS_DIGITS) || "0"}`);
  if (micros === null) return null;
  return /[1-9]/.test(fraction.slice(MICROS_DIGITS)) ? micros + 1n : micros;
}
