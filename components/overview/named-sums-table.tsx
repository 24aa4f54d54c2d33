import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { NamedSums } from "@/lib/domain/overview/types";
import { formatSum } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";

interface NamedSumsTableProps {
  title: string;
  first: string;
  rows: readonly NamedSums[];
  href(id: string): string;
  empty: ReactNode;
}

/** How each supplier or service did over the range. */
export function NamedSumsTable({ title, first, rows, href, empty }: NamedSumsTableProps) {
  const t = useTranslations("overview.sums");
  const locale = useLocale();
  const format = useFormatter();
  const ended = ({ completed, canceled, expired }: NamedSums) => completed + canceled + expired;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h2 className="font-medium text-base">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <Table caption={title}>
          <TableHead>
            <TableRow>
              <TableHeader>{first}</TableHeader>
              <TableHeader align="end">{t("orders")}</TableHeader>
              <TableHeader align="end">{t("success")}</TableHeader>
              <TableHeader align="end">{t("wait")}</TableHeader>
              <TableHeader align="end">{t("revenue")}</TableHeader>
              <TableHeader align="end">{t("margin")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell label={first}>
                  <Link href={href(row.id)} className="underline underline-offset-2">
                    {row.name}
                  </Link>
                </TableCell>
                <TableCell label={t("orders")} align="end">
                  {format.number(row.orders, "whole")}
                </TableCell>
                <TableCell label={t("success")} align="end">
                  {row.successRate === null
                    ? "–"
                    : t("rate", { rate: format.number(row.successRate, "share"), count: ended(row) })}
                </TableCell>
                <TableCell label={t("wait")} align="end">
                  {row.medianWaitSeconds === null ? "–" : t("seconds", { seconds: row.medianWaitSeconds })}
                </TableCell>
                <TableCell label={t("revenue")} align="end">
                  <bdi dir="ltr">{formatSum(row.revenueMicros, WALLET_CURRENCY, locale)}</bdi>
                </TableCell>
                <TableCell label={t("margin")} align="end">
                  <bdi dir="ltr">{formatSum(row.marginMicros, WALLET_CURRENCY, locale)}</bdi>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
