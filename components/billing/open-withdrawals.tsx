import { useLocale, useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const STEPS = [
  { status: "REQUESTED", words: "waiting" },
  { status: "APPROVED", words: "toPay" },
] as const;

interface OpenWithdrawalsProps {
  open: Record<(typeof STEPS)[number]["status"], { count: number; micros: bigint }>;
}

/** How many withdrawals wait for which step, and how much money; each leads to its part of the queue. */
export function OpenWithdrawals({ open }: OpenWithdrawalsProps) {
  const t = useTranslations("money.withdrawals");
  const locale = useLocale();
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      {STEPS.map(({ status, words }) => (
        <Panel key={status}>
          <dt className="text-sm">
            <Link
              href={routes.adminWithdrawals({ status })}
              className="inline-flex min-h-11 items-center underline underline-offset-2 md:min-h-6"
            >
              {t(words)}
            </Link>
          </dt>
          <dd className="flex flex-wrap items-baseline gap-x-3 font-medium text-xl tabular-nums">
            <span data-testid={`withdrawals-${status}`}>{t("count", { count: open[status].count })}</span>
            <Ltr className="font-normal text-base text-ink-2">
              {formatMoney(open[status].micros, WALLET_CURRENCY, locale)}
            </Ltr>
          </dd>
        </Panel>
      ))}
    </dl>
  );
}
