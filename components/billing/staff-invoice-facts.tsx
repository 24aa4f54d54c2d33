import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { FactList } from "@/components/offers/fact-list";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { chargeText } from "./charge-text";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";

const time = (at: string | null) => (at ? <Moment at={at} /> : "–");

/** Everything the shop knows of an invoice; what belongs to crypto alone only there. */
export function StaffInvoiceFacts({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("billing");
  const facts = useTranslations("money.facts");
  const locale = useLocale();
  const isOpen = invoice.status === "CREATED" || invoice.status === "PENDING";
  const usd = (amount: string) => <UsdText amount={amount} />;
  const known: [string, ReactNode][] = [
    [
      t("columns.user"),
      <Link
        key="user"
        href={routes.adminUser(invoice.user.id)}
        prefetch={false}
        className="underline underline-offset-2"
      >
        <bdi>{invoice.user.username}</bdi>
      </Link>,
    ],
    [t("columns.purpose"), t(`purpose.${invoice.purpose}`)],
    [t("columns.exception"), t(`exception.${invoice.exception}`)],
    [t("columns.amount"), usd(invoice.amountUsd)],
    [t("topUp.fee"), usd(invoice.fee)],
    [facts("tax"), usd(invoice.tax)],
    [t("invoice.total"), usd(invoice.total)],
    [
      t("columns.charge"),
      <Ltr key="charge" className="tabular-nums">
        {chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}
      </Ltr>,
    ],
    [t("columns.credited"), usd(invoice.credited)],
    [facts("byHand"), usd(invoice.byHand)],
    [t("columns.refunded"), usd(invoice.refunded)],
    [facts("rate"), <IdText key="rate">{invoice.rate}</IdText>],
    [facts("rateSources"), <IdText key="sources">{invoice.rateSources}</IdText>],
    [facts("rateFetchedAt"), time(invoice.rateFetchedAt)],
    [t("invoice.made"), time(invoice.createdAt)],
    [t(isOpen ? "invoice.expires" : "invoice.ended"), time(invoice.expiresAt)],
    [t("invoice.paid"), time(invoice.paidAt)],
    [facts("canceledAt"), time(invoice.canceledAt)],
    [facts("updatedAt"), time(invoice.updatedAt)],
    [facts("failureCode"), <IdText key="failure">{invoice.failureCode}</IdText>],
    [t("invoice.reference"), <IdText key="reference">{invoice.gatewayReference}</IdText>],
    [facts("currency"), <IdText key="currency">{invoice.currency}</IdText>],
    [facts("gateway"), <GatewayName key="gateway" gateway={invoice.gateway} />],
    [facts("gatewayUrl"), <IdText key="url">{invoice.gatewayUrl}</IdText>],
    [facts("lookedAt"), time(invoice.lookedAt)],
    [facts("version"), <Count key="version" of={invoice.version} />],
    [t("invoice.id"), <IdText key="id">{invoice.id}</IdText>],
  ];
  if (invoice.asset) {
    known.push(
      [facts("address"), <IdText key="address">{invoice.address}</IdText>],
      [facts("derivationIndex"), <IdText key="index">{invoice.derivationIndex}</IdText>],
      [facts("amountAsset"), <IdText key="asset">{`${invoice.amountAsset ?? "–"} ${invoice.asset}`}</IdText>],
      [facts("network"), <IdText key="network">{invoice.network}</IdText>],
      [facts("requiredConfirmations"), <IdText key="needed">{invoice.requiredConfirmations}</IdText>],
      [facts("tolerance"), <IdText key="tolerance">{`${invoice.tolerancePercent} %`}</IdText>],
      [facts("allowance"), usd(invoice.allowance)],
      [facts("checkedAt"), time(invoice.checkedAt)],
      [facts(isOpen ? "rateLockedUntil" : "rateWasLockedUntil"), time(invoice.rateLockedUntil)],
      [facts("monitorUntil"), time(invoice.monitorUntil)],
    );
  }
  if (invoice.pixCode) known.push([facts("pixCode"), <IdText key="pix">{invoice.pixCode}</IdText>]);
  if (invoice.planId) known.push([facts("planId"), <IdText key="plan">{invoice.planId}</IdText>]);
  if (invoice.planDue) known.push([facts("planDue"), usd(invoice.planDue)]);
  if (invoice.planRefusal) {
    known.push([facts("planRefusal"), <IdText key="refusal">{invoice.planRefusal}</IdText>]);
  }
  if (invoice.subscriptionId) {
    known.push([facts("subscriptionId"), <IdText key="subscription">{invoice.subscriptionId}</IdText>]);
  }
  return <FactList facts={known.map(([label, value]) => ({ label, value }))} />;
}
