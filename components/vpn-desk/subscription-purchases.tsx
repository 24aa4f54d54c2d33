import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PriceText } from "@/components/offers/price-text";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StaffPurchaseView } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const LINK = "underline underline-offset-2";

/** A word that the table of purchases knows; what another version of the shop wrote is shown as it is. */
function useKind(): (kind: string) => string {
  const t = useTranslations("vpnDesk.purchase");
  return (kind) =>
    kind === "BUY" || kind === "RENEW" || kind === "UPGRADE" || kind === "TRIAL" ? t(kind) : kind;
}

/** Every time it was paid, with the way to the invoice and to the booking. */
export function SubscriptionPurchases({ purchases }: { purchases: readonly StaffPurchaseView[] }) {
  const t = useTranslations("vpnDesk.people");
  const format = useFormatter();
  const kindOf = useKind();
  const day = (at: string) => format.dateTime(new Date(at), "date");
  const title = t("purchases");
  const texts = ["kind", "createdAt", "period"] as const;
  const amounts = ["price", "credit"] as const;
  return (
    <Section title={title}>
      {purchases.length === 0 ? (
        <Panel className="text-ink-2 text-sm">{t("noPurchase")}</Panel>
      ) : (
        <Table caption={title}>
          <TableHead>
            <tr>
              {texts.map((key) => (
                <TableHeader key={key}>{t(key)}</TableHeader>
              ))}
              {amounts.map((key) => (
                <TableHeader key={key} align="end">
                  {t(key)}
                </TableHeader>
              ))}
              <TableHeader>{t("invoice")}</TableHeader>
              <TableHeader>{t("ledger")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {purchases.map((purchase) => (
              <TableRow key={purchase.id}>
                <TableCell label={t("kind")}>
                  <Link
                    href={routes.adminVpnPlan(purchase.planId)}
                    prefetch={false}
                    className={LINK}
                    title={purchase.id}
                  >
                    {kindOf(purchase.kind)}
                  </Link>
                </TableCell>
                <TableCell label={t("createdAt")}>
                  <Moment at={purchase.createdAt} />
                </TableCell>
                <TableCell label={t("period")}>
                  {t("span", { from: day(purchase.periodStartsAt), until: day(purchase.periodEndsAt) })}
                </TableCell>
                <TableCell label={t("price")} align="end">
                  <PriceText amount={purchase.priceUsd} />
                </TableCell>
                <TableCell label={t("credit")} align="end">
                  <PriceText amount={purchase.creditUsd} />
                </TableCell>
                <TableCell label={t("invoice")}>
                  {purchase.invoiceId ? (
                    <Link href={routes.adminInvoice(purchase.invoiceId)} prefetch={false} className={LINK}>
                      <Ltr className="font-mono text-xs">{purchase.invoiceId.slice(0, 8)}</Ltr>
                    </Link>
                  ) : (
                    "–"
                  )}
                </TableCell>
                <TableCell label={t("ledger")}>
                  {purchase.ledgerTransactionId ? (
                    <Link
                      href={routes.adminLedgerTransaction(purchase.ledgerTransactionId)}
                      prefetch={false}
                      className={LINK}
                    >
                      <Ltr className="font-mono text-xs">{purchase.ledgerTransactionId}</Ltr>
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
    </Section>
  );
}
