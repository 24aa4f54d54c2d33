import { latinDigits } from "@/lib/domain/kernel/latin-digits";

/** A day of the Persian (Jalali, solar hijri) calendar; months from 1. */
export interface PersianDate {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;
/** The Gregorian year in which the Persian year 0 began. */
const YEARS_APART = 621;
/** Nowruz is on 20, 21 or 22 March: how far a guess may be off. */
const DRIFT = [0, -1, 1, -2, 2] as const;

const parts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

/** "2026-11-21" as the time of its start, UTC; null for what is no day. */
export function timeOfDay(iso: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || isoOf(time) !== iso ? null : time;
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function persianOf(time: number): PersianDate {
  const found: Record<string, number> = {};
  for (const { type, value } of parts.formatToParts(time)) found[type] = Number.parseInt(value, 10);
  return { year: found.year ?? 0, month: found.month ?? 0, day: found.day ?? 0 };
}

/** "2026-11-21" is 30 Aban 1405. Null for what is no day. */
export function toPersian(iso: string): PersianDate | null {
  const time = timeOfDay(iso);
  return time === null ? null : persianOf(time);
}

/** 30 Aban 1405 is "2026-11-21". Null for a day that its month does not have. */
export function fromPersian({ year, month, day }: PersianDate): string | null {
  if (year < 1 || year > 3_000 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const guess = Date.UTC(year + YEARS_APART, 2, 21) + (before + day - 1) * DAY_MS;
  for (const days of DRIFT) {
    const time = guess + days * DAY_MS;
    const found = persianOf(time);
    if (found.year === year && found.month === month && found.day === day) return isoOf(time);
  }
  return null;
}

/** Months of 31 days, then of 30; the last has 29, and 30 in a leap year. */
export function daysInPersianMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  return month < 12 || fromPersian({ year, month: 12, day: 30 }) !== null ? 30 : 29;
}

/** A day so many days later, as "2026-11-21". */
export function daysLater(iso: string, days: number): string {
  return isoOf((timeOfDay(iso) ?? 0) + days * DAY_MS);
}

/** The same day so many months later, or the last of its month where that is shorter. */
export function monthsLater(iso: string, months: number): string {
  const { year, month, day } = persianOf(timeOfDay(iso) ?? 0);
  const index = year * 12 + (month - 1) + months;
  const next = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = daysInPersianMonth(next.year, next.month);
  return fromPersian({ ...next, day: Math.min(day, last) }) ?? iso;
}

/** Above this a typed year is of the Gregorian calendar. */
const LAST_PERSIAN_YEAR = 1_700;

/**
 * What somebody typed, as "2026-11-21": "۱۴۰۵/۸/۳۰", "1405-08-30", "14050830", and Gregorian days too. Empty stays empty; null for
 * what is no day.
 */
export function readTypedDay(typed: string): string | null {
  const text = latinDigits(typed).trim();
  if (text === "") return "";
  const found =
    /^(\d{4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  if (year <= LAST_PERSIAN_YEAR) return fromPersian({ year, month, day });
  const pad = (value: number) => String(value).padStart(2, "0");
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  return timeOfDay(iso) === null ? null : iso;
}

/** 30 Aban 1405 as it is typed: "1405/08/30", in Latin digits. */
export function writtenDay(iso: string): string {
  const date = toPersian(iso);
  if (!date) return "";
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${date.year}/${pad(date.month)}/${pad(date.day)}`;
}

/** A day, its month or its weekday by name, in the reader's language and the Persian calendar. */
export function namePersian(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-persian`, { ...options, timeZone: "UTC" });
  return format.format(timeOfDay(iso) ?? 0);
}
