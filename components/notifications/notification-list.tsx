import { useFormatter, useLocale, useTranslations } from "next-intl";
import { alertWord } from "@/components/billing/alert-word";
import { Moment } from "@/components/layout/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { NotificationParams, NotificationView } from "@/lib/domain/notifications/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { planWord } from "@/lib/format/plan-word";
import { routes } from "@/lib/routes";
import { NotificationLink } from "./notification-link";

function useSentence() {
  const t = useTranslations("notifications");
  const alerts = useTranslations("money.alerts.kinds");
  const locale = useLocale();
  const format = useFormatter();
  const time = (at?: string) => (at ? format.dateTime(new Date(at), "short") : "");
  const money = (micros = "0") => formatMoney(BigInt(micros), WALLET_CURRENCY, locale);
  /** Numbers of invoices and subscriptions; telephone numbers stay as they are dialled. */
  const count = (text = "") => (/^\d{1,15}$/.test(text) ? format.number(Number(text), "ungrouped") : text);
  const alert = (params: NotificationParams) => {
    const { alert: kind = "", gateway = "", amount = "", number = "", asset = "", error = "" } = params;
    const { failures = "" } = params;
    return alerts(alertWord(kind), { gateway, amount, number, asset, error, failures, kind });
  };
  return ({ kind, params }: NotificationView) =>
    t(`kinds.${kind}`, {
      service: params.service ?? "",
      country: params.country ? countryName(params.country, locale, params.country) : "",
      amount: money(params.amountMicros),
      threshold: money(params.thresholdMicros),
      number: count(params.number),
      note: params.note ?? "",
      alert: kind === "adminAlert" ? alert(params) : "",
      level: params.level ?? "",
      device: params.device ?? "",
      address: params.address ?? "",
      url: params.url ?? "",
      since: params.since ?? "",
      plan: planWord(params, locale),
      invoice: count(params.invoice),
      purchase: params.purchase ?? "",
      percent: params.percent ?? "",
      reason: params.reason ?? "",
      missing: money(params.missingMicros),
      isShort: (params.missingMicros ?? "0") === "0" ? "no" : "yes",
      kept: money(params.keptMicros),
      isKept: (params.keptMicros ?? "0") === "0" ? "no" : "yes",
      until: time(params.until),
      graceUntil: time(params.graceUntil),
      oldUntil: time(params.oldUntil),
      given: params.given ?? "",
      days: Number(params.days ?? 0),
      trafficGb: Number(params.trafficGb ?? 0),
      isOldAlive: params.oldUntil ? "yes" : "no",
    });
}

/** The news, newest first; what was not read has a lamp. */
export function NotificationList({ notifications }: { notifications: NotificationView[] }) {
  const t = useTranslations("notifications");
  const sentence = useSentence();
  if (notifications.length === 0)
    return (
      <EmptyState
        title={t("empty")}
        text={t("emptyText")}
        action={<LinkButton href={routes.numbers()}>{t("rent")}</LinkButton>}
      />
    );
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
      {notifications.map((one) => (
        <li key={one.id} className="flex items-start gap-3 px-4 py-3 text-sm">
          <span
            aria-hidden="true"
            className={`mt-1.5 size-2 shrink-0 rounded-full ${one.isRead ? "border border-line-strong" : "bg-accent"}`}
          />
          <span className="flex min-w-0 grow flex-col gap-0.5">
            <NotificationLink id={one.id} href={one.href} isRead={one.isRead}>
              {!one.isRead && <span className="sr-only">{t("unread")} </span>}
              {sentence(one)}
            </NotificationLink>
            <span className="text-ink-3 text-xs">
              <Moment at={one.at} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
