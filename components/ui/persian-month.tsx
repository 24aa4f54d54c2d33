"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import {
  daysInPersianMonth,
  daysLater,
  fromPersian,
  monthsLater,
  namePersian,
  timeOfDay,
  toPersian,
} from "@/lib/format/persian-date";
import { Button } from "./button";
import { slimControlStyle } from "./control-style";

interface PersianMonthProps {
  /** "2026-11-21"; empty: none. */
  value: string;
  today: string;
  onPick(iso: string): void;
  /** The day that is focused first. */
  focusRef: RefObject<HTMLButtonElement | null>;
}

/** How many years back and ahead can be chosen from the list. */
const YEARS_BACK = 12;
const YEARS_AHEAD = 2;
/** A week begins on Saturday; this one began a known week. */
const A_SATURDAY = "2026-11-21";
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** The weeks of the month around a day: each a row of seven days, null outside the month. */
function weeksAround(cursor: string): (string | null)[][] {
  const { year, month } = toPersian(cursor) ?? { year: 1, month: 1 };
  const first = fromPersian({ year, month, day: 1 }) ?? cursor;
  const lead = (new Date(timeOfDay(first) ?? 0).getUTCDay() + 1) % 7;
  const count = daysInPersianMonth(year, month);
  const places = Array.from({ length: Math.ceil((lead + count) / 7) * 7 }, (_, place) =>
    place >= lead && place < lead + count ? daysLater(first, place - lead) : null,
  );
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** One month of the Persian calendar. Arrows move by days and weeks, Page keys by months, with Shift by years. */
export function PersianMonth({ value, today, onPick, focusRef }: PersianMonthProps) {
  const t = useTranslations("table.date");
  const format = useFormatter();
  const locale = useLocale();
  const [cursor, setCursor] = useState(value || today);
  const follows = useRef(false);
  useEffect(() => {
    if (follows.current) focusRef.current?.focus();
    follows.current = false;
  });
  const { year, month, day } = toPersian(cursor) ?? { year: 1, month: 1, day: 1 };
  const thisYear = toPersian(today)?.year ?? year;
  const firstYear = Math.min(year, thisYear - YEARS_BACK);
  const years = Array.from(
    { length: Math.max(year, thisYear + YEARS_AHEAD) - firstYear + 1 },
    (_, i) => firstYear + i,
  );
  const named = (iso: string, options: Intl.DateTimeFormatOptions) => namePersian(iso, locale, options);
  const fullName = (iso: string) =>
    format.dateTime(timeOfDay(iso) ?? 0, "date", { timeZone: "UTC", calendar: "persian" });
  const digits = (number: number) => format.number(number, "ungrouped");
  const show = (next: { year: number; month: number }) => {
    const last = daysInPersianMonth(next.year, next.month);
    setCursor(fromPersian({ ...next, day: Math.min(day, last) }) ?? cursor);
  };

  function onKeyDown(event: KeyboardEvent): void {
    const side = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const months = event.shiftKey ? 12 : 1;
    const moves: Record<string, () => string> = {
      ArrowLeft: () => daysLater(cursor, -side),
      ArrowRight: () => daysLater(cursor, side),
      ArrowUp: () => daysLater(cursor, -7),
      ArrowDown: () => daysLater(cursor, 7),
      PageUp: () => monthsLater(cursor, -months),
      PageDown: () => monthsLater(cursor, months),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    follows.current = true;
    setCursor(move());
  }

  return (
    <div className="flex w-[19.5rem] flex-col gap-2 md:w-[17rem]">
      <div className="flex items-center gap-1.5">
        <Button
          variant="ghost"
          content="icon"
          className="size-11 shrink-0 md:size-9"
          aria-label={t("previousMonth")}
          onClick={() => setCursor(monthsLater(cursor, -1))}
        >
          <ChevronLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
        </Button>
        <select
          aria-label={t("month")}
          value={month}
          onChange={(event) => show({ year, month: Number(event.currentTarget.value) })}
          className={slimControlStyle}
        >
          {Array.from({ length: 12 }, (_, index) => index + 1).map((each) => (
            <option key={each} value={each}>
              {named(fromPersian({ year, month: each, day: 1 }) ?? cursor, { month: "long" })}
            </option>
          ))}
        </select>
        <select
          aria-label={t("year")}
          value={year}
          onChange={(event) => show({ year: Number(event.currentTarget.value), month })}
          className={slimControlStyle}
        >
          {years.map((each) => (
            <option key={each} value={each}>
              {digits(each)}
            </option>
          ))}
        </select>
        <Button
          variant="ghost"
          content="icon"
          className="size-11 shrink-0 md:size-9"
          aria-label={t("nextMonth")}
          onClick={() => setCursor(monthsLater(cursor, 1))}
        >
          <ChevronRight aria-hidden="true" className="size-4 rtl:rotate-180" />
        </Button>
      </div>
      <table className="w-full table-fixed text-center text-sm">
        <caption className="sr-only">{named(cursor, { month: "long", year: "numeric" })}</caption>
        <thead className="text-ink-3 text-xs">
          <tr>
            {WEEK.map((index) => {
              const each = daysLater(A_SATURDAY, index);
              return (
                <th
                  key={each}
                  scope="col"
                  abbr={named(each, { weekday: "long" })}
                  className="py-1 font-normal"
                >
                  {named(each, { weekday: "narrow" })}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeksAround(cursor).map((week, row) => (
            <tr key={week.find(Boolean) ?? row}>
              {WEEK.map((index) => {
                const each = week[index];
                if (!each) return <td key={index} />;
                const isCursor = each === cursor;
                return (
                  <td key={index} className="p-0">
                    <button
                      type="button"
                      ref={isCursor ? focusRef : undefined}
                      tabIndex={isCursor ? 0 : -1}
                      aria-label={fullName(each)}
                      aria-pressed={each === value}
                      aria-current={each === today ? "date" : undefined}
                      onKeyDown={onKeyDown}
                      onClick={() => onPick(each)}
                      className="inline-flex size-11 items-center justify-center rounded-control hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper aria-[current=date]:font-semibold aria-[current=date]:underline aria-[current=date]:underline-offset-4 md:size-9"
                    >
                      {digits(toPersian(each)?.day ?? 0)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex justify-between gap-2 border-line border-t pt-2">
        <Button variant="ghost" onClick={() => onPick("")}>
          {t("none")}
        </Button>
        <Button variant="ghost" onClick={() => onPick(today)}>
          {t("today")}
        </Button>
      </div>
    </div>
  );
}
