import { useFormatter, useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { buttonStyle } from "@/components/ui/button-style";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UsageDay } from "@/lib/domain/vpn/types";
import { usageCsv } from "./usage-csv";
import { useBytes } from "./use-bytes";

const COLOURS = [
  "fill-accent text-accent",
  "fill-info text-info",
  "fill-ok text-ok",
  "fill-warn text-warn",
] as const;
const OTHERS = "others";

/** The locations with a colour of their own, most used first. */
function placesOf(days: readonly UsageDay[]): { serverId: string; name: string }[] {
  const sums = new Map<string, { serverId: string; name: string; bytes: bigint }>();
  for (const { serverId, name, bytes } of days.flatMap(({ byPlace }) => byPlace)) {
    const known = sums.get(serverId)?.bytes ?? 0n;
    sums.set(serverId, { serverId, name, bytes: known + BigInt(bytes) });
  }
  return [...sums.values()].toSorted((a, b) => (b.bytes > a.bytes ? 1 : b.bytes < a.bytes ? -1 : 0));
}

const sumOf = ({ uploadBytes, downloadBytes }: UsageDay) => BigInt(uploadBytes) + BigInt(downloadBytes);

interface UsageChartProps {
  days: readonly UsageDay[];
  /** Offers the same as a file of this name. */
  fileName?: string;
  /** For other days than the last thirty. */
  title?: (total: string) => string;
}

/** Traffic by day, stacked by location; the same as a table and, where it has a name, as a file. */
export function UsageChart({ days, fileName, title }: UsageChartProps) {
  const t = useTranslations("subscriptions.usage");
  const format = useFormatter();
  const bytes = useBytes();
  const total = days.reduce((sum, day) => sum + sumOf(day), 0n);
  if (total === 0n) return <Panel className="text-ink-2 text-sm">{t("none")}</Panel>;
  const dayName = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), "day", { timeZone: "UTC" });
  const places = placesOf(days);
  const own = places.slice(0, places.length > COLOURS.length ? COLOURS.length - 1 : COLOURS.length);
  const keyOf = (serverId: string) => (own.some((place) => place.serverId === serverId) ? serverId : OTHERS);
  const series = [
    ...own.map(({ serverId, name }) => ({ key: serverId, label: name })),
    ...(places.length > own.length ? [{ key: OTHERS, label: t("others") }] : []),
  ].map((one, index) => ({ ...one, className: COLOURS[index] ?? COLOURS[0] }));
  const most = days.reduce((top, day) => (sumOf(day) > top ? sumOf(day) : top), 0n);
  return (
    <div className="flex flex-col gap-2">
      <DayChart
        title={(title ?? ((sum) => t("title", { total: sum })))(bytes(total.toString()))}
        series={series}
        bars={days.map((day) => {
          const values: Record<string, number> = {};
          for (const place of day.byPlace) {
            const key = keyOf(place.serverId);
            values[key] = (values[key] ?? 0) + Number(place.bytes);
          }
          const label = dayName(day.day);
          return {
            day: day.day,
            label,
            values,
            text: t("text", { day: label, amount: bytes(sumOf(day).toString()) }),
          };
        })}
        topLabel={bytes(most.toString())}
        tableLabel={t("table")}
        table={
          <Table caption={t("traffic")}>
            <TableHead>
              <tr>
                <TableHeader>{t("day")}</TableHeader>
                <TableHeader align="end">{t("up")}</TableHeader>
                <TableHeader align="end">{t("down")}</TableHeader>
                <TableHeader align="end">{t("sum")}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {days.map((day) => (
                <TableRow key={day.day}>
                  <TableCell label={t("day")}>{dayName(day.day)}</TableCell>
                  <TableCell label={t("up")} align="end">
                    <bdi>{bytes(day.uploadBytes)}</bdi>
                  </TableCell>
                  <TableCell label={t("down")} align="end">
                    <bdi>{bytes(day.downloadBytes)}</bdi>
                  </TableCell>
                  <TableCell label={t("sum")} align="end">
                    <bdi>{bytes(sumOf(day).toString())}</bdi>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        }
      />
      {fileName && (
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(usageCsv(days))}`}
          download={fileName}
          className={`${buttonStyle({ variant: "ghost" })} -ms-4 self-start`}
        >
          {t("csv")}
        </a>
      )}
    </div>
  );
}
