import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { PurchaseView } from "@/lib/domain/vpn/types";
import { formatMoney } from "@/lib/format/money";

/** What was paid for a subscription, newest first. */
export function PurchaseHistory({ purchases }: { purchases: readonly PurchaseView[] }) {
  const t = useTranslations("subscriptions.history");
  const format = useFormatter();
  const locale = useLocale();
  const money = (micros: bigint) => (
    <Ltr className="tabular-nums">{formatMoney(micros, WALLET_CURRENCY, locale)}</Ltr>
  );
  const day = (at: string) => format.dateTime(new Date(at), "date");
  if (purchases.length === 0)
    return (
      <Section title={t("title")}>
        <Panel className="text-ink-2 text-sm">{t("empty")}</Panel>
      </Section>
    );
  const columns = ["when", "what", "plan", "period", "price", "credit", "paid"] as const;
  return (
    <Section title={t("title")}>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            {columns.map((column, index) => (
              <TableHeader key={column} align={index > 3 ? "end" : "start"}>
                {t(column)}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {purchases.map((purchase) => {
            const price = parseDecimal(purchase.price) ?? 0n;
            const credit = parseDecimal(purchase.credit) ?? 0n;
            return (
              <TableRow key={purchase.id}>
                <TableCell label={t("when")}>
                  <Moment at={purchase.at} />
                </TableCell>
                <TableCell label={t("what")}>{t(`kind.${purchase.kind}`)}</TableCell>
                <TableCell label={t("plan")}>{purchase.planName}</TableCell>
                <TableCell label={t("period")}>
                  {t("span", { from: day(purchase.periodStartsAt), until: day(purchase.periodEndsAt) })}
                </TableCell>
                <TableCell label={t("price")} align="end">
                  {money(price)}
                </TableCell>
                <TableCell label={t("credit")} align="end">
                  {money(credit)}
                </TableCell>
                <TableCell label={t("paid")} align="end">
                  {price === credit ? t("free") : money(price - credit)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Section>
  );
}
