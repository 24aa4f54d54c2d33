import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FactList } from "@/components/offers/fact-list";
import { ProviderName } from "@/components/supply/provider-name";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { StaffOrderDetail } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const LINK = "underline underline-offset-2";
const NOTHING = "–";
const WIDE: ReadonlySet<string> = new Set(["id", "idempotency"]);

/** Every fact that an order has, in names and values: what has not happened is left out. */
export function StaffOrderFacts({ order }: { order: StaffOrderDetail }) {
  const t = useTranslations("orders.facts");
  const words = useTranslations("orders");
  const format = useFormatter();
  const locale = useLocale();
  const { facts, country } = order;
  const at = (time: string | null) => (time ? format.dateTime(new Date(time), "long") : NOTHING);
  const money = (decimal: string | null) =>
    decimal === null ? (
      NOTHING
    ) : (
      <Ltr>{formatMoney(parseDecimal(decimal) ?? 0n, order.currency, locale)}</Ltr>
    );
  const code = (text: string | null) =>
    text === null ? NOTHING : <Ltr className="break-all font-mono text-xs">{text}</Ltr>;
  const reason = (name: typeof facts.closeReason) => (name ? words(`reason.${name}`) : NOTHING);
  const yesNo = (value: boolean) => t(value ? "yes" : "no");
  const link = (href: string, text: ReactNode) => (
    <Link href={href} prefetch={false} className={LINK}>
      {text}
    </Link>
  );
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    ["kind", words(`kind.${order.kind}`)],
    ["status", words(`status.${order.status}`)],
    ["user", link(routes.adminUser(order.user.id), <bdi>{order.user.username}</bdi>)],
    ["service", link(routes.adminService(facts.serviceId), order.service.name)],
    ["country", link(routes.adminCountry(facts.countryId), countryName(country.iso2, locale, country.name))],
    ["operator", facts.operator ?? NOTHING],
    [
      "provider",
      link(
        routes.adminProvider(facts.providerId),
        <ProviderName key="provider" name={order.provider.name} />,
      ),
    ],
    ["upstreamOrderId", code(order.upstreamOrderId)],
    [
      "phone",
      order.phoneE164 && facts.phoneNumberId
        ? link(routes.adminNumber(facts.phoneNumberId), <Ltr>{formatPhone(order.phoneE164)}</Ltr>)
        : code(order.phoneE164),
    ],
    ["price", money(order.price)],
    ["cost", money(order.cost)],
    ["loss", money(order.loss)],
    ["refunded", money(order.refunded)],
    ["startAt", at(order.createdAt)],
    ["activatedAt", at(order.activatedAt)],
    ["cancelableAt", at(order.cancelableAt)],
    ["expiresAt", at(order.expiresAt)],
    ["firstCodeAt", at(facts.firstCodeAt)],
    ["lastMessageReceivedAt", at(facts.lastMessageReceivedAt)],
    ["resendRequestedAt", at(facts.resendRequestedAt)],
    ["resolveBy", at(facts.resolveBy)],
    ["closingAt", at(facts.closingAt)],
    ["closingReason", reason(facts.closingReason)],
    ["endAt", at(order.endAt)],
    ["closeReason", reason(facts.closeReason)],
    ["refundedAt", at(facts.refundedAt)],
    ["lateCodeAt", at(facts.lateCodeAt)],
    ["watchUntil", at(facts.watchUntil)],
    ["messageCount", format.number(facts.messageCount, "whole")],
    ["reactivationCount", format.number(facts.reactivationCount, "whole")],
    [
      "reactivationOf",
      facts.reactivationOfId ? link(routes.adminOrder(facts.reactivationOfId), t("openOrder")) : NOTHING,
    ],
    ["ipAddress", code(facts.ipAddress)],
    ["isSandbox", yesNo(facts.isSandbox)],
    ["isDemoHistory", yesNo(facts.isDemoHistory)],
    ["isSimulated", yesNo(order.isSimulated)],
    ["idempotency", code(`${facts.idempotencyScope} ${facts.idempotencyKey}`)],
    ["apiKeyId", code(facts.apiKeyId)],
    ["projectId", code(facts.projectId)],
    ["id", code(order.id)],
    ["createdAt", at(facts.createdAt)],
    ["updatedAt", at(facts.updatedAt)],
  ];
  return (
    <FactList
      facts={rows
        .filter(([, value]) => value !== NOTHING)
        .map(([key, value]) => ({ label: t(key), value, wide: WIDE.has(key) }))}
    />
  );
}
