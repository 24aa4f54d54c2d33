"use client";

import { useLocale, useTranslations } from "next-intl";
import { use } from "react";
import { DisplayRateContext } from "@/components/wallet/display-rate";
import { numberFormat } from "@/lib/format/number-format";

/** The price in Toman that the shop set itself, for whoever reads prices in Toman or reads Persian and has chosen no currency. */
export function PlanToman({ toman }: { toman: string }) {
  const t = useTranslations("wallet.displayRate");
  const locale = useLocale();
  const rate = use(DisplayRateContext);
  const isRead = rate ? rate.currency === "TOMAN" : locale === "fa";
  if (!isRead) return null;
  const amount = numberFormat(`${locale}-u-nu-latn`, { maximumFractionDigits: 0 }).format(BigInt(toman));
  return <span className="whitespace-nowrap text-ink-3 text-sm tabular-nums">{t("toman", { amount })}</span>;
}
