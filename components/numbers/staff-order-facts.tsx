import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { StaffOrderDetail } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const LINK = "underline underline-offset-2";

/** Every fact of an order, in names and values. */
export function StaffOrderFacts({ order }: { order: StaffOrderDetail }) {
  const t = useTranslations("orders.facts");
  const words = useTranslations("orders");
  const format = useFormatter();
  const locale = useLocale();
  const { facts, country } = order;
  const at = (time: string | null) => (time ? format.dateTime(new Date(time), "long") : "–");
  const money = (decimal: string | null) =>
    decimal === null ? "–" : <Ltr>{formatMoney(parseDecimal(decimal) ?? 0n, order.currency, locale)}</Ltr>;
  const code = (text: string | null) => <Ltr className="break-all font-mono text-xs">{text ?? "–"}</Ltr>;
  const reason = (name: typeof facts.closeReason) => (name ? words(`reason.${name}`) : "–");
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
    ["operator", facts.operator ?? "–"],
    ["provider", link(routes.adminProvider(facts.providerId), order.provider.name)],
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
    ["messageCount", format.number(facts.messageCount)],
    ["reactivationCount", format.number(facts.reactivationCount)],
    [
      "reactivationOf",
      facts.reactivationOfId ? link(routes.adminOrder(facts.reactivationOfId), t("openOrder")) : "–",
    ],
    ["ipAddress", code(facts.ipAddress)],
    ["isSandbox", yesNo(facts.isSandbox)],
    ["isDemoHistory", yesNo(facts.isDemoHistory)],
    ["isSimulated", yesNo(order.isSimulated)],
    ["idempotency", code(`${facts.idempotencyScope} ${facts.idempotencyKey}`)],
    ["apiKeyId", code(facts.apiKeyId)],
    ["id", code(order.id)],
    ["createdAt", at(facts.createdAt)],
    ["updatedAt", at(facts.updatedAt)],
  ];
  return (
    <Panel>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-6 gap-y-4 text-sm">
        {rows.map(([key, value]) => (
          <div key={key} className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{t(key)}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
