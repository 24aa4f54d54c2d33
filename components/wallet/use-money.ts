"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** Formats decimal strings ("0.35") as money in the page's language. */
export function useMoney(): (amount: string, currency: string) => string {
  const locale = useLocale();
  return useCallback(
    (amount, currency) => formatMoney(parseDecimal(amount) ?? 0n, currency, locale),
    [locale],
  );
}
