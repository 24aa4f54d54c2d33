"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/numbers/live-provider";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { useMoney } from "./use-money";
import { wholeCents } from "./whole-cents";

/** The wallet in the top bar, live: what is free to spend and, beside it, what is held. */
export function BalancePill() {
  const t = useTranslations("wallet");
  const money = useMoney();
  const { available, held, currency } = useLive().state.balance;
  return (
    <Link
      href={routes.wallet()}
      className="flex min-h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-sm tabular-nums hover:bg-sunken"
      data-testid="balance"
    >
      <span className="sr-only">{t("available")}: </span>
      <bdi dir="ltr" data-available={available}>
        {money(wholeCents(available), currency)}
      </bdi>
      {held !== "0.00" && (
        <span className="hidden text-ink-3 text-xs sm:inline">
          {t("held")} <bdi dir="ltr">{money(wholeCents(held), currency)}</bdi>
        </span>
      )}
    </Link>
  );
}
