const calendarOf = (locale: string) => (locale === "fa" ? "fa-IR-u-ca-persian" : locale);

/** A day in words where no page is drawn, by UTC: "Dec 1, 2026"; in Persian by the Jalali calendar. */
export function plainDay(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(calendarOf(locale), { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

/** A moment in the same way, with its zone: "Dec 1, 08:47 UTC". */
export function plainMoment(date: Date, locale: string): string {
  const shown = new Intl.DateTimeFormat(calendarOf(locale), {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  return `${shown.format(date)} UTC`;
}
