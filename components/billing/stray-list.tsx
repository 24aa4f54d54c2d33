import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { AllWell } from "@/components/ui/all-well";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StrayView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { chargeText } from "./charge-text";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { StrayDecision } from "./stray-decision";

const CURRENCY = /^[A-Z]{3}$/;

/** What came in: money by the rules of its country, anything else as it stands. */
function received({ amount, asset }: StrayView, locale: string): string {
  return CURRENCY.test(asset) ? chargeText(amount, asset, locale) : `${amount} ${asset}`;
}

/** Money that no invoice explains, each waiting for a person. */
export function StrayList({ strays, mayMove }: { strays: readonly StrayView[]; mayMove: boolean }) {
  const t = useTranslations("money.strays");
  const locale = useLocale();
  if (strays.length === 0) return <AllWell>{t("none")}</AllWell>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("seenAt")}</TableHeader>
          <TableHeader align="end">{t("amount")}</TableHeader>
          <TableHeader>{t("why")}</TableHeader>
          <TableHeader>{t("where")}</TableHeader>
          <TableHeader>{t("invoice")}</TableHeader>
          {mayMove && <TableHeader>{t("decide")}</TableHeader>}
        </tr>
      </TableHead>
      <TableBody>
        {strays.map((stray) => (
          <TableRow key={stray.id}>
            <TableCell label={t("seenAt")}>
              <Moment at={stray.seenAt} />
            </TableCell>
            <TableCell label={t("amount")} align="end">
              {stray.isUnknownToken ? (
                <span className="flex flex-col">
                  {t("unknownToken")}
                  <span className="text-ink-2 text-xs">{t("noValue")}</span>
                </span>
              ) : (
                <Ltr className="tabular-nums">{received(stray, locale)}</Ltr>
              )}
            </TableCell>
            <TableCell label={t("why")}>{t(`reasons.${stray.reason}`)}</TableCell>
            <TableCell label={t("where")}>
              <GatewayName gateway={stray.gateway} /> <IdText>{stray.gatewayPaymentId}</IdText>
              {stray.tokenContract && (
                <>
                  {" "}
                  <IdText>{stray.tokenContract}</IdText>
                </>
              )}
            </TableCell>
            <TableCell label={t("invoice")}>
              {stray.invoice ? (
                <Link
                  href={routes.adminInvoice(stray.invoice.id)}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <Ltr className="font-mono">{stray.invoice.number}</Ltr> <bdi>{stray.invoice.username}</bdi>
                </Link>
              ) : (
                "–"
              )}
            </TableCell>
            {mayMove && (
              <TableCell label={t("decide")}>
                <StrayDecision stray={stray} amount={received(stray, locale)} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
