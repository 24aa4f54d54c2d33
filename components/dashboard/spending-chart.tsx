import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

interface SpendingProps {
  days: { day: string; micros: bigint; codes: number }[];
  services: { slug: string; name: string; micros: bigint; codes: number }[];
  totalMicros: bigint;
}

/** What was spent in 30 days: a bar a day, and the services that most was paid for. */
export function SpendingChart({ days, services, totalMicros }: SpendingProps) {
  const t = useTranslations("dashboard");
  const format = useFormatter();
  const locale = useLocale();
  const money = (micros: bigint) => formatMoney(micros, WALLET_CURRENCY, locale);
  const dayName = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), "day", { timeZone: "UTC" });
  const most = days.reduce((top, { micros }) => (micros > top ? micros : top), 0n);
  if (totalMicros === 0n) return null;
  return (
    <div className="grid gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <DayChart
        title={t("spentTotal", { total: money(totalMicros) })}
        series={[{ key: "spent", label: t("spent"), className: "fill-accent text-accent" }]}
        bars={days.map(({ day, micros, codes }) => ({
          day,
          label: dayName(day),
          values: { spent: Number(micros) },
          text: t("daySpent", { day: dayName(day), total: money(micros), count: codes }),
        }))}
        topLabel={money(most)}
        tableLabel={t("asTable")}
        table={
          <Table caption={t("spent")}>
            <TableHead>
              <tr>
                <TableHeader>{t("day")}</TableHeader>
                <TableHeader align="end">{t("codes")}</TableHeader>
                <TableHeader align="end">{t("spentColumn")}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {days.map(({ day, micros, codes }) => (
                <TableRow key={day}>
                  <TableCell label={t("day")}>{dayName(day)}</TableCell>
                  <TableCell label={t("codes")} align="end">
                    {format.number(codes, "whole")}
                  </TableCell>
                  <TableCell label={t("spentColumn")} align="end">
                    <bdi dir="ltr">{money(micros)}</bdi>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        }
      />
      <Panel as="section" className="flex flex-col gap-3" aria-label={t("topServices")}>
        <h2 className="font-medium text-base">{t("topServices")}</h2>
        <ol className="flex flex-col gap-3 text-sm">
          {services.map(({ slug, name, micros, codes }) => (
            <li key={slug} className="flex flex-col gap-1">
              <span className="flex justify-between gap-3">
                <span>{name}</span>
                <bdi dir="ltr" className="tabular-nums">
                  {money(micros)}
                </bdi>
              </span>
              <svg
                viewBox="0 0 100 2"
                preserveAspectRatio="none"
                aria-hidden="true"
                className="h-1 w-full rtl:-scale-x-100"
              >
                <rect width="100" height="2" className="fill-sunken" />
                <rect
                  width={totalMicros > 0n ? Number((micros * 100n) / totalMicros) : 0}
                  height="2"
                  className="fill-accent"
                />
              </svg>
              <span className="text-ink-3 text-xs">{t("codeCount", { count: codes })}</span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
