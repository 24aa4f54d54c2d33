import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/layout/figure";
import { Panel } from "@/components/ui/panel";
import type { ApiUsage } from "@/lib/domain/api-keys/types";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

/** Calls, errors, refusals, latency and spending of a span, as numbers. */
export function UsageFigures({ total }: Pick<ApiUsage, "total">) {
  const t = useTranslations("developers.usage");
  const format = useFormatter();
  const locale = useLocale();
  const count = (n: number) => format.number(n, "whole");
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5 max-lg:[&>*:last-child]:col-span-2">
      <Figure label={t("calls")} value={count(total.calls)} />
      <Figure label={t("errors")} value={count(total.errors)} />
      <Figure label={t("refused")} value={count(total.refused)} />
      <Panel>
        <dt className="text-ink-2 text-sm">{t("latency")}</dt>
        <dd className="font-medium text-xl tabular-nums">
          {/* A number with a word: in the direction of the language. */}
          <bdi>{total.calls === 0 ? "–" : t("ms", { n: total.averageMs })}</bdi>
        </dd>
      </Panel>
      <Figure label={t("spent")} value={formatMoney(total.spentMicros, WALLET_CURRENCY, locale)} />
    </dl>
  );
}
