/** So that a spreadsheet takes the file for UTF-8. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";

/** What a spreadsheet would run when a text begins with it (OWASP, "CSV injection"). */
const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

type CsvValue = string | number | bigint | boolean | Date | null | undefined;

function textOf(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return String(value);
}

function field(value: CsvValue): string {
  const text = textOf(value);
  const harmless = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line of RFC 4180 with its end: times in ISO 8601, money as decimal strings, formulas made harmless. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(field).join(",")}\r\n`;
}
