import { toDecimal } from "@/lib/domain/kernel/money";

/**
 * 350000n, "USD", "en" -> "$0.35". Digits stay Latin (amounts are compared across languages) and those finer than a cent
 * are kept. The amount goes through as a decimal string, never as a float.
 */
export function formatMoney(micros: bigint, currency: string, locale: string): string {
  const text = toDecimal(micros);
  const fraction = text.split(".")[1] ?? "";
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.max(2, fraction.length),
  }).format(text as Intl.StringNumericLiteral);
}
