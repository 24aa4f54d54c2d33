import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { WalletLine, WalletLinesPage } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { LinePostings } from "./line-postings";

function LineSubject({ line }: { line: WalletLine }) {
  const t = useTranslations("wallet");
  const words = line.description ?? t(`type.${line.type}`);
  return line.orderId ? (
    <Link href={routes.activation(line.orderId)} className="underline-offset-2 hover:underline">
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}

/** The statement: one line per business fact, its steps with the running balance folded below. */
export function LinesTable({ page }: { page: WalletLinesPage }) {
  const t = useTranslations("wallet");
  const history = useTranslations("numbers.history");
  const format = useFormatter();
  const locale = useLocale();
  if (page.lines.length === 0) return <EmptyState title={t("lines.empty")} />;
  const from = (page.page - 1) * page.pageSize + 1;
  return (
    <>
      <Table caption={t("lines.title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("lines.time")}</TableHeader>
            <TableHeader>{t("lines.what")}</TableHeader>
            <TableHeader>{t("lines.status")}</TableHeader>
            <TableHeader align="end">{t("lines.amount")}</TableHeader>
            <TableHeader>{t("lines.postings")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.lines.map((line) => (
            <TableRow key={line.id} data-testid="wallet-line">
              <TableCell label={t("lines.time")}>
                <time dateTime={line.createdAt}>{format.dateTime(new Date(line.createdAt), "short")}</time>
              </TableCell>
              <TableCell label={t("lines.what")}>
                <LineSubject line={line} />
              </TableCell>
              <TableCell label={t("lines.status")}>{t(`status.${line.status}`)}</TableCell>
              <TableCell label={t("lines.amount")} align="end">
                <bdi dir="ltr" className="tabular-nums">
                  {formatMoney(line.amountMicros, line.currency, locale)}
                </bdi>
              </TableCell>
              <TableCell label={t("lines.postings")}>
                <LinePostings line={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination
        page={page.page}
        pageCount={Math.max(1, Math.ceil(page.total / page.pageSize))}
        href={(target) => routes.wallet({ page: target })}
        summary={history("range", { from, to: from + page.lines.length - 1, total: page.total })}
        previousLabel={history("previous")}
        nextLabel={history("next")}
      />
    </>
  );
}
