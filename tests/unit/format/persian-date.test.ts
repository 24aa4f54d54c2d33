import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysInPersianMonth,
  fromPersian,
  monthsLater,
  readTypedDay,
  toPersian,
  writtenDay,
} from "@/lib/format/persian-date";

describe("a day of the Persian calendar", () => {
  it.each([
    ["2026-11-21", 1405, 8, 30],
    ["2025-03-20", 1403, 12, 30],
    ["2025-03-21", 1404, 1, 1],
    ["2026-03-20", 1404, 12, 29],
    ["2026-03-21", 1405, 1, 1],
    ["1979-02-11", 1357, 11, 22],
  ])("%s is %i/%i/%i", (iso, year, month, day) => {
    expect(toPersian(iso)).toEqual({ year, month, day });
    expect(fromPersian({ year, month, day })).toBe(iso);
  });

  it("comes back from every day of four centuries", () => {
    const days = fc.integer({
      min: Date.UTC(1800, 0, 1) / 86_400_000,
      max: Date.UTC(2200, 0, 1) / 86_400_000,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const persian = toPersian(iso);
        expect(persian && fromPersian(persian)).toBe(iso);
        expect(readTypedDay(writtenDay(iso))).toBe(iso);
      }),
    );
  });

  it("that its month does not have is none", () => {
    expect(fromPersian({ year: 1404, month: 12, day: 30 })).toBeNull();
    expect(fromPersian({ year: 1405, month: 7, day: 31 })).toBeNull();
    expect(fromPersian({ year: 1405, month: 13, day: 1 })).toBeNull();
    expect(toPersian("2026-02-30")).toBeNull();
  });

  it("has months of 31, 30 and 29 days", () => {
    expect([1, 6, 7, 11, 12].map((month) => daysInPersianMonth(1404, month))).toEqual([31, 31, 30, 30, 29]);
    expect(daysInPersianMonth(1403, 12)).toBe(30);
  });

  it("a month later is the same day, or the last of a shorter month", () => {
    expect(monthsLater("2026-11-21", 1)).toBe(fromPersian({ year: 1405, month: 9, day: 30 }));
    expect(monthsLater("2026-09-22", 1)).toBe(fromPersian({ year: 1405, month: 7, day: 30 }));
    expect(monthsLater("2026-03-21", -1)).toBe(fromPersian({ year: 1404, month: 12, day: 1 }));
    expect(monthsLater("2025-03-20", 12)).toBe(fromPersian({ year: 1404, month: 12, day: 29 }));
  });
});

describe("a typed day", () => {
  it.each([
    ["۱۴۰۵/۰۸/۳۰", "2026-11-21"],
    ["۱۴۰۵/۸/۳۰", "2026-11-21"],
    ["١٤٠٥-٨-٣٠", "2026-11-21"],
    [" 1405-08-30 ", "2026-11-21"],
    ["14050830", "2026-11-21"],
    ["2026-11-21", "2026-11-21"],
    ["", ""],
    ["1405/08/31", null],
    ["2026-02-30", null],
    ["yesterday", null],
    ["30/08/1405", null],
  ])("%j is %j", (typed, iso) => {
    expect(readTypedDay(typed)).toBe(iso);
  });
});
