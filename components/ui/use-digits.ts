import { useFormatter } from "next-intl";

/** Rewrites a text's Latin digits as this person writes digits: "18:42" -> "۱۸:۴۲". For times that are counted down. */
export function useDigits(): (text: string) => string {
  const format = useFormatter();
  return (text) => text.replace(/\d/g, (digit) => format.number(Number(digit), "whole"));
}
