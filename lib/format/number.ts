import { numberFormat } from "./number-format";

/** 0.943, "en" -> "94%". */
export function formatPercent(share: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** 12345, "en" -> "12,345". */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale).format(count);
}
