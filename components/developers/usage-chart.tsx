import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { classNames } from "@/components/ui/class-names";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UsageDay } from "@/lib/domain/api-keys/types";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

// Apart in hue and in lightness: the accent and the colours of warnings are neighbours.
const GOOD = "fill-line-strong text-line-strong";
const REFUSED = "fill-info text-info";
const ERROR = "fill-bad text-bad";
const SPENT = "fill-accent text-accent";

/** Calls by day: answered, refused, failed; and below it what they spent. */
export function ApiUsageCharts({ days }: { days: readonly UsageDay[] }) {
  const t = useTranslations("developers.usage");
  const format = useFormatter();
  const locale = useLocale();
  const money = (micros: bigint) => formatMoney(micros, WALLET_CURRENCY, locale);
  const dayName = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), "day", { timeZone: "UTC" });
  const mostCalls = Math.max(0, ...days.map(({ calls }) => calls));
  const mostSpent = days.reduce((top, { spentMicros }) => (spentMicros > top ? spentMicros : top), 0n);
  const table = (
    <Table caption={t("byDay")}>
      <TableHead>
        <tr>
          <TableHeader>{t("day")}</TableHeader>
          <TableHeader align="end">{t("calls")}</TableHeader>
          <TableHeader align="end">{t("errors")}</TableHeader>
          <TableHeader align="end">{t("refused")}</TableHeader>
          <TableHeader align="end">{t("latency")}</TableHeader>
          <TableHeader align="end">{t("spent")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {days.map((day) => (
          <TableRow key={day.day}>
            <TableCell label={t("day")}>{dayName(day.day)}</TableCell>
            <TableCell label={t("calls")} align="end">
              {format.number(day.calls, "whole")}
            </TableCell>
            <TableCell label={t("errors")} align="end">
              {format.number(day.errors, "whole")}
            </TableCell>
            <TableCell label={t("refused")} align="end">
              {format.number(day.refused, "whole")}
            </TableCell>
            <TableCell label={t("latency")} align="end">
              {day.calls === 0 ? "–" : <bdi>{t("ms", { n: day.averageMs })}</bdi>}
            </TableCell>
            <TableCell label={t("spent")} align="end">
              <bdi dir="ltr">{money(day.spentMicros)}</bdi>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
  return (
    <div className={classNames("grid gap-4", mostSpent > 0n && "lg:grid-cols-2")}>
      <DayChart
        title={t("callsByDay")}
        series={[
          { key: "answered", label: t("answered"), className: GOOD },
          { key: "refused", label: t("refused"), className: REFUSED },
          { key: "errors", label: t("errors"), className: ERROR },
        ]}
        bars={days.map(({ day, calls, errors, refused }) => ({
          day,
          label: dayName(day),
          values: { answered: calls - errors - refused, refused, errors },
          text: t("callsText", { day: dayName(day), calls, errors, refused }),
        }))}
        topLabel={format.number(mostCalls, "whole")}
        tableLabel={t("table")}
        table={table}
      />
      {/* Days on which nothing was spent are no picture. */}
      {mostSpent > 0n && (
        <DayChart
          title={t("spentByDay")}
          series={[{ key: "spent", label: t("spent"), className: SPENT }]}
          bars={days.map(({ day, spentMicros }) => ({
            day,
            label: dayName(day),
            values: { spent: Number(spentMicros) },
            text: t("spentText", { day: dayName(day), amount: money(spentMicros) }),
          }))}
          topLabel={money(mostSpent)}
          tableLabel={t("table")}
          table={table}
        />
      )}
    </div>
  );
}
