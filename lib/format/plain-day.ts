/** A day in words where no page is drawn, by UTC: "Dec 1, 2026"; in Persian by the Jalali calendar. */
export function plainDay(date: Date, locale: string): string {
  const calendar = locale === "fa" ? "fa-IR-u-ca-persian" : locale;
  return new Intl.DateTimeFormat(calendar, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}
