import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/format/money";

interface DebtPartProps {
  /** The change of what is owed: a debt is below zero. */
  micros: bigint;
  currency: string;
}

/** The part of an amount that became a debt, or paid one. */
export function DebtPart({ micros, currency }: DebtPartProps) {
  const t = useTranslations("wallet.statement");
  const locale = useLocale();
  if (micros === 0n) return null;
  const amount = formatMoney(micros < 0n ? -micros : micros, currency, locale);
  return (
    <span className="block text-ink-2 text-xs">{t(micros < 0n ? "becameDebt" : "paidDebt", { amount })}</span>
  );
}
