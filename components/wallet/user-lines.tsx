import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { WalletLine } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { LinePostings } from "./line-postings";

/** A customer's last lines as staff reads them, their postings beside. */
export function UserLines({ lines }: { lines: WalletLine[] }) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  if (lines.length === 0) return <p className="text-ink-2 text-sm">{t("lines.empty")}</p>;
  return (
    <Table caption={t("lines.title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("lines.time")}</TableHeader>
          <TableHeader>{t("lines.what")}</TableHeader>
          <TableHeader align="end">{t("lines.amount")}</TableHeader>
          <TableHeader>{t("lines.postings")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell label={t("lines.time")}>
              <Moment at={line.createdAt} />
            </TableCell>
            <TableCell label={t("lines.what")}>
              {line.orderId ? (
                <Link
                  href={routes.adminLedgerOrder({ order: line.orderId })}
                  prefetch={false}
                  className="underline"
                >
                  {t(`type.${line.type}`)}
                </Link>
              ) : (
                (line.description ?? t(`type.${line.type}`))
              )}
            </TableCell>
            <TableCell label={t("lines.amount")} align="end">
              <bdi dir="ltr" className={line.status === "FAILED" ? "text-ink-3 line-through" : undefined}>
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
  );
}
