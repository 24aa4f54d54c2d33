import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/layout/figure";
import type { ApiUsage } from "@/lib/domain/api-keys/types";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** Calls, errors, refusals, latency and spending of a span, as numbers. */
export function UsageFigures({ total }: Pick<ApiUsage, "total">) {
  const t = useTranslations("developers.usage");
  const format = useFormatter();
  const locale = useLocale();
  const count = (n: number) => format.number(n);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Figure label={t("calls")} value={count(total.calls)} />
      <Figure label={t("errors")} value={count(total.errors)} />
      <Figure label={t("refused")} value={count(total.refused)} />
      <Figure label={t("latency")} value={total.calls === 0 ? "–" : t("ms", { n: total.averageMs })} />
      <Figure label={t("spent")} value={formatMoney(total.spentMicros, WALLET_CURRENCY, locale)} />
    </dl>
  );
}
