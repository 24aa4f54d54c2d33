import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { type Fact, FactList } from "@/components/offers/fact-list";
import { PriceText } from "@/components/offers/price-text";
import { Ltr } from "@/components/ui/ltr";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffSubscriptionDetail } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { planName } from "./plan-name";

const LINK = "underline underline-offset-2";
const moment = (at: string | null) => (at ? <Moment at={at} /> : "–");
const code = (text: string) => <Ltr className="break-all font-mono text-xs">{text}</Ltr>;

/** Everything the shop knows of a subscription; its secrets are not among it. */
export function SubscriptionFacts({ subscription }: { subscription: StaffSubscriptionDetail }) {
  const t = useTranslations("vpnDesk");
  const locale = useLocale();
  const format = useFormatter();
  const bytes = useBytes();
  const { user, plan, server, usedBytes, trafficBytes, statusReason, renewalFailure } = subscription;
  const used = { used: bytes(usedBytes), total: bytes(trafficBytes ?? "0") };
  const reasons: Record<string, string> = { by_staff: t("reason.by_staff"), by_owner: t("reason.by_owner") };
  const facts: Fact[] = [
    {
      label: t("people.user"),
      value: (
        <Link href={routes.adminUser(user.id)} prefetch={false} className={LINK}>
          <bdi>{user.username}</bdi>
        </Link>
      ),
    },
    {
      label: t("people.plan"),
      value: <bdi>{`${planName(plan, locale)} · ${t("plans.revisionShort", { n: plan.revision })}`}</bdi>,
    },
    {
      label: t("people.recommended"),
      value: server ? (
        <Link href={routes.adminVpnServer(server.id)} prefetch={false} className={LINK}>
          <bdi>{server.name}</bdi>
        </Link>
      ) : (
        "–"
      ),
    },
    { label: t("people.reason"), value: statusReason ? (reasons[statusReason] ?? statusReason) : "–" },
    { label: t("people.canceledAt"), value: moment(subscription.canceledAt) },
    { label: t("people.startsAt"), value: moment(subscription.startsAt) },
    { label: t("people.periodStartsAt"), value: moment(subscription.periodStartsAt) },
    { label: t("people.expiresAt"), value: moment(subscription.expiresAt) },
    {
      label: t("people.traffic"),
      value: t(trafficBytes === null ? "people.usedUnlimited" : "people.used", used),
    },
    { label: t("people.up"), value: <bdi>{bytes(subscription.usedUploadBytes)}</bdi> },
    { label: t("people.down"), value: <bdi>{bytes(subscription.usedDownloadBytes)}</bdi> },
    { label: t("people.exhaustedAt"), value: moment(subscription.exhaustedAt) },
    {
      label: t("people.noticed"),
      value: <Ltr>{format.number(subscription.noticedPercent / 100, "share")}</Ltr>,
    },
    { label: t("people.devices"), value: format.number(subscription.maxDevices, "whole") },
    { label: t("people.paid"), value: <PriceText amount={subscription.paidUsd} /> },
    { label: t("people.autoRenew"), value: t(subscription.isAutoRenew ? "f.yes" : "f.no") },
    { label: t("people.renewalNoticedAt"), value: moment(subscription.renewalNoticedAt) },
    {
      label: t("people.renewalPrice"),
      value: subscription.renewalPriceUsd ? <PriceText amount={subscription.renewalPriceUsd} /> : "–",
    },
    {
      label: t("people.noticedDays"),
      value:
        subscription.noticedDays === null ? "–" : t("people.daysBefore", { n: subscription.noticedDays }),
    },
    { label: t("people.renewalFailure"), value: renewalFailure ? code(renewalFailure) : "–" },
    { label: t("people.lastOnlineAt"), value: moment(subscription.lastOnlineAt) },
    { label: t("people.lastFetchedAt"), value: moment(subscription.lastFetchedAt) },
    { label: t("people.lastClient"), value: <bdi>{subscription.lastClient ?? "–"}</bdi> },
    { label: t("people.oldLinkUntil"), value: moment(subscription.oldLinkUntil) },
    { label: t("people.contentVersion"), value: format.number(subscription.contentVersion, "whole") },
    { label: t("people.version"), value: format.number(subscription.version - 1, "whole") },
    { label: t("people.createdAt"), value: moment(subscription.createdAt) },
    { label: t("people.updatedAt"), value: moment(subscription.updatedAt) },
    { label: t("people.key"), value: code(subscription.idempotencyKey), wide: true },
    { label: t("people.id"), value: code(subscription.id), wide: true },
  ];
  return <FactList facts={facts} />;
}
