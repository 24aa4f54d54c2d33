/** "BR", "fa" -> "برزیل". The stored name where the language has none. */
export function countryName(iso2: string, locale: string, fallback: string): string {
  try {
    return (
      new Intl.DisplayNames([locale], { type: "region", fallback: "none" }).of(iso2.toUpperCase()) ?? fallback
    );
  } catch {
    return fallback;
  }
}
