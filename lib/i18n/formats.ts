import type { Formats } from "next-intl";

/** How this person counts days and writes digits; "auto" is the language's own way. */
export interface FormatChoice {
  calendar: "AUTO" | "GREGORIAN" | "PERSIAN";
  digits: "AUTO" | "LATIN" | "PERSIAN";
}

const CALENDARS = { AUTO: undefined, GREGORIAN: "gregory", PERSIAN: "persian" } as const;
const NUMBERING = { AUTO: undefined, LATIN: "latn", PERSIAN: "arabext" } as const;

/** The calendar in which this person picks days. */
export function calendarOf(choice: FormatChoice["calendar"], locale: string): "gregory" | "persian" {
  const isPersian = choice === "PERSIAN" || (choice === "AUTO" && locale === "fa");
  return isPersian ? "persian" : "gregory";
}

/** The few ways in which the product writes dates and counts. The day has 24 hours everywhere. Moments name their zone where it may not be the reader's. */
export function formatsFor({ calendar, digits }: FormatChoice, locale = "en", { namesZone = false } = {}) {
  const numberingSystem = NUMBERING[digits];
  // "GB" is what short means in Persian too, where people write the word.
  const unitDisplay = locale === "fa" ? "long" : "short";
  const dated = { calendar: CALENDARS[calendar], numberingSystem } as const;
  const timed = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const timeZoneName = namesZone ? "short" : undefined;
  return {
    dateTime: {
      time: { ...timed, second: "2-digit", numberingSystem },
      clock: { ...timed, numberingSystem },
      short: { ...dated, ...timed, day: "numeric", month: "short", timeZoneName },
      long: { ...dated, ...timed, day: "numeric", month: "long", year: "numeric", timeZoneName },
      date: { ...dated, day: "numeric", month: "long", year: "numeric" },
      /** Of statements, which count the months of the common calendar. */
      month: { calendar: "gregory", numberingSystem, month: "long", year: "numeric" },
      day: { ...dated, day: "numeric", month: "short" },
    },
    number: {
      whole: { numberingSystem, maximumFractionDigits: 0 },
      /** Of what may have parts, as seconds have. */
      parts: { numberingSystem, maximumFractionDigits: 2 },
      /** Of years and days, which are not grouped by thousands. */
      ungrouped: { numberingSystem, useGrouping: false },
      milliseconds: { numberingSystem, style: "unit", unit: "millisecond", maximumFractionDigits: 0 },
      /** Of traffic; 1 GB = 1024³ bytes. */
      gigabytes: {
        numberingSystem,
        style: "unit",
        unit: "gigabyte",
        unitDisplay,
        maximumFractionDigits: 1,
      },
      kilobytes: {
        numberingSystem,
        style: "unit",
        unit: "kilobyte",
        unitDisplay,
        maximumFractionDigits: 0,
      },
      megabytes: {
        numberingSystem,
        style: "unit",
        unit: "megabyte",
        unitDisplay,
        maximumFractionDigits: 0,
      },
      share: { numberingSystem, style: "percent", maximumFractionDigits: 0 },
    },
  } satisfies Formats;
}

/** What the types of messages and formatters are read from. */
export const formats = formatsFor({ calendar: "AUTO", digits: "AUTO" });
