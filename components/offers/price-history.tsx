import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { OfferDetail } from "@/lib/domain/catalog/types";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
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

const highestOf = (points: Point[]) => Math.max(...points.map((point) => point.price), 1);

function stepPath(points: Point[]): string {
  const times = points.map((point) => point.at);
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const top = highestOf(points);
  const x = (at: number) => PADDING + ((at - from) / Math.max(1, until - from)) * (WIDTH - 2 * PADDING);
  const y = (price: number) => HEIGHT - PADDING - (price / top) * (HEIGHT - 2 * PADDING);
  return points
    .map(({ at, price }, index) =>
      index === 0 ? `M${x(at)} ${y(price)}` : `H${Math.round(x(at))} V${Math.round(y(price))}`,
    )
    .join(" ");
}

/** The steps between nothing and the highest price, with what it was at both ends and when. */
function PriceChart({ offer, now }: { offer: OfferDetail; now: string }) {
  const t = useTranslations("offers.history");
  const format = useFormatter();
  const points = pointsOf(offer, Date.parse(now));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const price = (micros: number) => <PriceText amount={toDecimal(BigInt(micros))} />;
  const date = (at: number) => format.dateTime(new Date(at), "date");
  // Changes of one day are told apart by their time.
  const when = (at: number) =>
    date(first.at) === date(last.at) ? format.dateTime(new Date(at), "short") : date(at);
  return (
    <Panel>
      <div dir="ltr" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-ink-3 text-xs">
        <p aria-hidden="true" className="flex flex-col justify-between py-0.5 text-end tabular-nums">
          {price(highestOf(points))}
          {price(0)}
        </p>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t("chart", { count: offer.changes.length })}
          className="h-36 w-full"
          preserveAspectRatio="none"
        >
          <path
            d={`M0 ${PADDING}H${WIDTH}M0 ${HEIGHT - PADDING}H${WIDTH}`}
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={stepPath(points)}
            className="fill-none stroke-2 stroke-accent"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <p className="col-start-2 flex justify-between gap-x-4">
          {[first, last].map((point) => (
            <span key={point.at} className="flex flex-wrap gap-x-2 last:justify-end">
              <span className="font-medium text-ink tabular-nums">{price(point.price)}</span>
              <bdi>{when(point.at)}</bdi>
            </span>
          ))}
        </p>
      </div>
    </Panel>
  );
}

/** Who changed the price when, from what to what and why: as steps and as a table that says the same. */
export function PriceHistory({ offer, now }: { offer: OfferDetail; now: string }) {
  const t = useTranslations("offers.history");
  const format = useFormatter();
  if (offer.changes.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  return (
    <div className="flex flex-col gap-4">
      <PriceChart offer={offer} now={now} />
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
