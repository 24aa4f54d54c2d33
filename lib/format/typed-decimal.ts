/** "25.00" as the people of a language type it into a field: "25,00" in Portuguese; digits stay Latin. */
export function typedDecimal(decimal: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(0.5);
  return decimal.replace(".", parts.find(({ type }) => type === "decimal")?.value ?? ".");
}
