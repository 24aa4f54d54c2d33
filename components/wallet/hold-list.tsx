import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import type { PendingHold } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** When the money comes back or goes, in one sentence; the time is the one that the order itself shows. */
function HoldEnd({ hold }: { hold: PendingHold }) {
  const t = useTranslations("wallet.holds");
  const { order, withdrawal } = hold;
  if (order && order.endsAt === null) return t("connecting");
  if (order?.endsAt) {
    const { endsAt } = order;
    return t.rich("order", { at: () => <Moment at={endsAt} /> });
  }
  return withdrawal ? t("withdrawal") : t.rich("until", { at: () => <Moment at={hold.expiresAt} /> });
}

/** What is held now: for which order, how much, until when. */
export function HoldList({ holds, isStaff = false }: { holds: PendingHold[]; isStaff?: boolean }) {
  const t = useTranslations("wallet.holds");
  const tWithdrawals = useTranslations("withdrawals.wallet");
  const locale = useLocale();
  if (holds.length === 0) return <p className="text-ink-2 text-sm">{t("none")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {holds.map((hold) => (
        <li
          key={hold.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 text-sm"
        >
          <span className="flex min-w-0 flex-col">
            {hold.order ? (
              <Link
                href={isStaff ? routes.adminOrder(hold.order.id) : routes.activation(hold.order.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                <bdi>{hold.order.service}</bdi> <bdi dir="ltr">#{hold.order.number}</bdi>
              </Link>
            ) : hold.withdrawal ? (
              <Link
                href={
                  isStaff ? routes.adminWithdrawal(hold.withdrawal.id) : routes.withdrawal(hold.withdrawal.id)
                }
                prefetch={false}
                className="underline underline-offset-2"
              >
                {tWithdrawals("hold")} <bdi dir="ltr">#{hold.withdrawal.number}</bdi>
              </Link>
            ) : (
              t("other")
            )}
            <span className="text-ink-3 text-xs">
              <HoldEnd hold={hold} />
            </span>
          </span>
          <bdi dir="ltr" className="tabular-nums">
            {formatMoney(hold.amountMicros, hold.currency, locale)}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
