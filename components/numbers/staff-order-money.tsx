import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { StaffOrderDetail } from "@/lib/domain/numbers/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** The order's hold and the lines it made in the customer's statement, with the way into the ledger. */
export function StaffOrderMoney({ order }: { order: StaffOrderDetail }) {
  const t = useTranslations("orders.money");
  const words = useTranslations("wallet");
  const locale = useLocale();
  const money = (decimal: string) => formatMoney(parseDecimal(decimal) ?? 0n, order.currency, locale);
  const { hold, lines } = order;
  return (
    <section aria-labelledby="money-heading" className="flex flex-col gap-2">
      <h2 id="money-heading" className="font-medium text-base">
        {t("title")}
      </h2>
      <p className="text-ink-2">
        {hold
          ? t("hold", {
              status: t(`holdStatus.${hold.status}`),
              amount: money(hold.amount),
              captured: money(hold.captured),
            })
          : t("noHold")}{" "}
        {hold && (
          <Link
            href={routes.adminLedgerTransaction(hold.placedBy)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            {t("placing")}
          </Link>
        )}
      </p>
      {lines.length > 0 && (
        <Table caption={t("title")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("at")}</TableHeader>
              <TableHeader>{t("type")}</TableHeader>
              <TableHeader>{t("state")}</TableHeader>
              <TableHeader>{t("description")}</TableHeader>
              <TableHeader align="end">{t("amount")}</TableHeader>
              <TableHeader>{t("ledger")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map((line) => (
              <TableRow key={line.id}>
                <TableCell label={t("at")}>
                  <Moment at={line.createdAt} />
                </TableCell>
                <TableCell label={t("type")}>{words(`type.${line.type}`)}</TableCell>
                <TableCell label={t("state")}>{words(`status.${line.status}`)}</TableCell>
                <TableCell label={t("description")}>
                  <bdi>{line.description ?? "–"}</bdi>
                </TableCell>
                <TableCell label={t("amount")} align="end">
                  <Ltr className="tabular-nums">{money(line.amount)}</Ltr>
                </TableCell>
                <TableCell label={t("ledger")}>
                  {line.ledgerTransactionId ? (
                    <Link
                      href={routes.adminLedgerTransaction(line.ledgerTransactionId)}
                      prefetch={false}
                      className="underline underline-offset-2"
                    >
                      <Ltr className="font-mono">{line.ledgerTransactionId}</Ltr>
                    </Link>
                  ) : (
                    "–"
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
