import { useLocale, useTranslations } from "next-intl";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ProjectView } from "@/lib/domain/projects/types";
import { formatMoney } from "@/lib/format/money";
import { LimitMeter } from "./limit-meter";

/** Parts of a limit in whole percent; a limit of nothing is used up. */
export function percentOf(used: bigint, most: bigint): number {
  return most <= 0n ? 100 : Number((used * 100n) / most);
}

type Spending = Pick<ProjectView, "monthSpentMicros" | "monthlyLimitMicros">;

/** What a project spent this month, against its limit where it has one. */
export function ProjectSpending({ project, label }: { project: Spending; label?: string }) {
  const t = useTranslations("developers.projects");
  const locale = useLocale();
  const money = (micros: bigint) => formatMoney(micros, WALLET_CURRENCY, locale);
  const { monthSpentMicros: spent, monthlyLimitMicros: limit } = project;
  if (limit === null)
    return (
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="text-ink-2">{label ?? t("month")}</span>
        <bdi className="tabular-nums">{t("unlimited", { spent: money(spent) })}</bdi>
      </p>
    );
  return (
    <LimitMeter
      label={label ?? t("month")}
      percent={percentOf(spent, limit)}
      text={t("ofLimit", { spent: money(spent), limit: money(limit) })}
    />
  );
}
