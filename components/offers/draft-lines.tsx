import { useLocale, useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { Badge } from "@/components/ui/badge";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PriceDraftRow, PriceDraftView } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { MarginText } from "./margin-text";
import { PriceText } from "./price-text";

/** What is to be known about one line: changed since, left alone, or warned about. */
function LineNote({ row }: { row: PriceDraftRow }) {
  const t = useTranslations("offers.draft");
  if (row.changedTo !== null)
    return (
      <span className="flex flex-col gap-1">
        <Badge tone="bad">{t("stale")}</Badge>
        <span className="text-ink-2 text-xs">
          {t("nowCosts")} <PriceText amount={row.changedTo} />
        </span>
      </span>
    );
  if (row.costNow !== null)
    return (
      <span className="flex flex-col gap-1">
        <Badge tone="bad">{t("lossNow")}</Badge>
        <span className="text-ink-2 text-xs">
          {t("costsUs")} <PriceText amount={row.costNow} />
        </span>
      </span>
    );
  if (row.skipped) return <Badge tone="neutral">{t(`skipped.${row.skipped}`)}</Badge>;
  return (
    <span className="flex flex-col items-start gap-1">
      {row.warnings.map((warning) => (
        <Badge key={warning} tone="warn">
          {t(`warning.${warning}`)}
        </Badge>
      ))}
    </span>
  );
}

/** The lines of a preview, old to new: first what somebody changed since, then what is warned about. */
export function DraftLines({ draft }: { draft: PriceDraftView }) {
  const t = useTranslations("offers.draft");
  const tOffers = useTranslations("offers");
  const locale = useLocale();
  const from = (draft.page - 1) * draft.pageSize + 1;
  const until = Math.min(draft.page * draft.pageSize, draft.total);
  return (
    <>
      <Table caption={t("lines")}>
        <TableHead>
          <tr>
            <TableHeader>{tOffers("columns.service")}</TableHeader>
            <TableHeader>{tOffers("columns.country")}</TableHeader>
            <TableHeader align="end">{t("from")}</TableHeader>
            <TableHeader align="end">{t("to")}</TableHeader>
            <TableHeader align="end">{tOffers("columns.cost")}</TableHeader>
            <TableHeader align="end">{tOffers("columns.margin")}</TableHeader>
            <TableHeader>{t("note")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {draft.rows.map((row) => (
            <TableRow key={row.offerId}>
              <TableCell label={tOffers("columns.service")}>
                <Link
                  href={routes.adminOffer(row.offerId)}
                  className="font-medium underline underline-offset-2"
                >
                  <bdi>{row.service}</bdi>
                </Link>
              </TableCell>
              <TableCell label={tOffers("columns.country")}>
                <span className="inline-flex items-center gap-2 align-middle">
                  <Flag iso2={row.country.iso2} />
                  <bdi>{countryName(row.country.iso2, locale, row.country.name)}</bdi>
                  {row.operator && <bdi className="text-ink-2">{row.operator}</bdi>}
                </span>
              </TableCell>
              <TableCell label={t("from")} align="end">
                <PriceText amount={row.from} />
              </TableCell>
              <TableCell label={t("to")} align="end">
                {row.to === null ? tOffers("none") : <PriceText amount={row.to} className="font-medium" />}
              </TableCell>
              <TableCell label={tOffers("columns.cost")} align="end">
                {row.cost === null ? tOffers("none") : <PriceText amount={row.cost} />}
              </TableCell>
              <TableCell label={tOffers("columns.margin")} align="end">
                <MarginText margin={row.margin} />
              </TableCell>
              <TableCell label={t("note")}>
                <LineNote row={row} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {draft.total > draft.pageSize && (
        <Pagination
          page={draft.page}
          pageCount={Math.ceil(draft.total / draft.pageSize)}
          href={(page) => routes.adminPriceBatch(draft.id, { page })}
          summary={t("summary", { from, to: until, total: draft.total })}
          previousLabel={t("previous")}
          nextLabel={t("next")}
        />
      )}
    </>
  );
}
