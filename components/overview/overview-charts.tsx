import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { DaySums, Overview } from "@/lib/domain/overview/types";
import { formatSum } from "@/lib/format/money";
import { DayTable } from "./day-table";

const OUTCOMES = [
  { key: "completed", className: "fill-ok" },
  { key: "canceled", className: "fill-line-strong" },
  { key: "expired", className: "fill-warn" },
  { key: "failed", className: "fill-bad" },
] as const;

/** Money and outcomes day by day. */
export function OverviewCharts({ overview }: { overview: Overview }) {
  const t = useTranslations("overview.charts");
  const format = useFormatter();
  const locale = useLocale();
  const { days } = overview;
  const dayLabel = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), "day", { timeZone: "UTC" });
  const labels = new Map(days.map(({ day }) => [day, dayLabel(day)]));
  const labelOf = (day: string) => labels.get(day) ?? day;
  const money = (micros: bigint) => formatSum(micros, WALLET_CURRENCY, locale);
  const count = (value: number) => format.number(value, "whole");
  const topMoney = days.reduce((top, { revenueMicros }) => (revenueMicros > top ? revenueMicros : top), 0n);
  const topOrders = Math.max(0, ...days.map((day) => OUTCOMES.reduce((sum, { key }) => sum + day[key], 0)));
  const columns = (names: readonly string[], cells: (day: DaySums) => string[], caption: string) => (
    <DayTable
      caption={caption}
      columns={[t("day"), ...names]}
      rows={days.map((day) => ({ key: day.day, cells: [labels.get(day.day) ?? day.day, ...cells(day)] }))}
    />
  );
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <DayChart
        title={t("revenue")}
        series={[{ key: "revenue", label: t("revenue"), className: "fill-info" }]}
        bars={days.map((day) => ({
          day: day.day,
          label: labelOf(day.day),
          values: { revenue: Number(day.revenueMicros) },
          text: `${labelOf(day.day)}: ${money(day.revenueMicros)}`,
        }))}
        topLabel={money(topMoney)}
        tableLabel={t("asTable")}
        table={columns(
          [t("revenue"), t("margin")],
          (day) => [money(day.revenueMicros), money(day.marginMicros)],
          t("revenue"),
        )}
      />
      <DayChart
        title={t("outcomes")}
        series={OUTCOMES.map(({ key, className }) => ({ key, label: t(key), className }))}
        bars={days.map((day) => ({
          day: day.day,
          label: labelOf(day.day),
          values: {
            completed: day.completed,
            canceled: day.canceled,
            expired: day.expired,
            failed: day.failed,
          },
          text: `${labelOf(day.day)}: ${OUTCOMES.map(({ key }) => `${t(key)} ${count(day[key])}`).join(", ")}`,
        }))}
        topLabel={count(topOrders)}
        tableLabel={t("asTable")}
        table={columns(
          [...OUTCOMES.map(({ key }) => t(key)), t("people")],
          (day) => [...OUTCOMES.map(({ key }) => count(day[key])), count(day.newUsers)],
          t("outcomes"),
        )}
      />
    </div>
  );
}
