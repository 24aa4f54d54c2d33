import type { Formats } from "next-intl";

/** The few ways in which the product writes dates. */
export const formats = {
  dateTime: {
    time: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
    short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    long: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    date: { day: "numeric", month: "long", year: "numeric" },
  },
} satisfies Formats;
