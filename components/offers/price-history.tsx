import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { OfferDetail } from "@/lib/domain/catalog/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { PriceText } from "./price-text";

const WIDTH = 600;
const HEIGHT = 140;
const PADDING = 10;

interface Point {
  at: number;
  price: number;
}

/** The price as steps in time, from its first known change to now. */
function pointsOf(offer: OfferDetail, now: number): Point[] {
  const oldest = [...offer.changes].reverse();
  const micros = (text: string) => Number(parseDecimal(text) ?? 0n);
  const first = oldest[0];
  const start: Point[] = first?.from
    ? [{ at: Math.min(Date.parse(offer.createdAt), Date.parse(first.at)), price: micros(first.from) }]
    : [];
  const steps = oldest.map((change) => ({ at: Date.parse(change.at), price: micros(change.to) }));
  return [...start, ...steps, { at: now, price: micros(offer.currentPrice) }];
}

function stepPath(points: Point[]): string {
  const times = points.map((point) => point.at);
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const top = Math.max(...points.map((point) => point.price), 1);
  const x = (at: number) => PADDING + ((at - from) / Math.max(1, until - from)) * (WIDTH - 2 * PADDING);
  const y = (price: number) => HEIGHT - PADDING - (price / top) * (HEIGHT - 2 * PADDING);
  return points
    .map(({ at, price }, index) =>
      index === 0 ? `M${x(at)} ${y(price)}` : `H${Math.round(x(at))} V${Math.round(y(price))}`,
    )
    .join(" ");
}

/** Who changed the price when, from what to what and why: as steps and as a table that says the same. */
export function PriceHistory({ offer, now }: { offer: OfferDetail; now: string }) {
  const t = useTranslations("offers.history");
  const format = useFormatter();
  if (offer.changes.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  const oldest = offer.changes.at(-1);
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t("chart", { count: offer.changes.length })}
          className="h-36 w-full"
          preserveAspectRatio="none"
        >
          <path d={`M0 ${HEIGHT - 1}H${WIDTH}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
          <path
            d={stepPath(pointsOf(offer, Date.parse(now)))}
            className="fill-none stroke-2 stroke-accent"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <p dir="ltr" className="flex justify-between text-ink-3 text-xs">
          <bdi>{oldest && format.dateTime(new Date(oldest.at), "date")}</bdi>
          <bdi>{format.dateTime(new Date(now), "date")}</bdi>
        </p>
      </Panel>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <TableHeader>{t("at")}</TableHeader>
            <TableHeader align="end">{t("from")}</TableHeader>
            <TableHeader align="end">{t("to")}</TableHeader>
            <TableHeader>{t("by")}</TableHeader>
            <TableHeader>{t("reason")}</TableHeader>
            <TableHeader>{t("batch")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {offer.changes.map((change) => (
            <TableRow key={change.id}>
              <TableCell label={t("at")}>{format.dateTime(new Date(change.at), "long")}</TableCell>
              <TableCell label={t("from")} align="end">
                {change.from === null ? t("none") : <PriceText amount={change.from} />}
              </TableCell>
              <TableCell label={t("to")} align="end">
                <PriceText amount={change.to} className="font-medium" />
              </TableCell>
              <TableCell label={t("by")}>
                <bdi>{change.changedBy ?? t("system")}</bdi>
              </TableCell>
              <TableCell label={t("reason")}>
                <bdi>{change.reason ?? t("none")}</bdi>
              </TableCell>
              <TableCell label={t("batch")}>
                {change.batchId ? (
                  <Link
                    href={routes.adminPriceBatch(change.batchId)}
                    className="underline underline-offset-2"
                  >
                    {t("openBatch")}
                  </Link>
                ) : (
                  t("none")
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
