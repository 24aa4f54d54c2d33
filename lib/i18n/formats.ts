import type { Formats } from "next-intl";

/** The few ways in which the product writes dates. The day has 24 hours everywhere; the calendar is the language's own. */
export const formats = {
  dateTime: {
    time: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    long: {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    date: { day: "numeric", month: "long", year: "numeric" },
  },
} satisfies Formats;
