import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { OrderPage } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ActivationStatus } from "./activation-status";
import { HiddenCode } from "./hidden-code";
import type { Outcome } from "./history-filter";

/** Every order of the person, newest first; on a narrow screen each row is a card. */
export function HistoryTable({
  page,
  outcome,
  compact = false,
}: {
  page: OrderPage;
  outcome: Outcome;
  compact?: boolean;
}) {
  const t = useTranslations("numbers.history");
  const format = useFormatter();
  const locale = useLocale();
  if (page.orders.length === 0) {
    return outcome === "all" && page.page === 1 ? (
      <EmptyState title={t("empty")} action={<LinkButton href={routes.numbers()}>{t("start")}</LinkButton>} />
    ) : (
      <EmptyState
        title={t("emptyFiltered")}
        action={
          <LinkButton variant="secondary" href={routes.history()}>
            {t("clear")}
          </LinkButton>
        }
      />
    );
  }
  const from = (page.page - 1) * page.pageSize + 1;
  return (
    <>
      <Table caption={t("title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("date")}</TableHeader>
            <TableHeader>{t("service")}</TableHeader>
            <TableHeader>{t("country")}</TableHeader>
            <TableHeader>{t("number")}</TableHeader>
            <TableHeader>{t("code")}</TableHeader>
            <TableHeader align="end">{t("price")}</TableHeader>
            <TableHeader>{t("outcome")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.orders.map((order) => (
            <TableRow key={order.id}>
              <TableCell label={t("date")}>
                <Link href={routes.activation(order.id)} className="underline-offset-2 hover:underline">
                  <time dateTime={order.createdAt}>
                    {format.dateTime(new Date(order.createdAt), "short")}
                  </time>
                </Link>
              </TableCell>
              <TableCell label={t("service")}>{order.service.name}</TableCell>
              <TableCell label={t("country")}>
                {countryName(order.country.iso2, locale, order.country.name)}
              </TableCell>
              <TableCell label={t("number")}>
                <bdi dir="ltr" className="font-mono text-sm">
                  {order.phoneE164 ? formatPhone(order.phoneE164) : "–"}
                </bdi>
              </TableCell>
              <TableCell label={t("code")}>{order.code ? <HiddenCode code={order.code} /> : "–"}</TableCell>
              <TableCell label={t("price")} align="end">
                <bdi dir="ltr" className="tabular-nums">
                  {formatMoney(parseDecimal(order.price) ?? 0n, order.currency, locale)}
                </bdi>
              </TableCell>
              <TableCell label={t("outcome")}>
                <ActivationStatus order={order} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {!compact && (
        <Pagination
          page={page.page}
          pageCount={Math.max(1, Math.ceil(page.total / page.pageSize))}
          href={(target) => routes.history({ outcome, page: target })}
          summary={t("range", { from, to: from + page.orders.length - 1, total: page.total })}
          previousLabel={t("previous")}
          nextLabel={t("next")}
        />
      )}
    </>
  );
}
