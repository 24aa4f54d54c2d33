import { useLocale, useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { OwnAmount } from "@/components/wallet/display-rate";
import { parseDecimal, toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { PlanView } from "@/lib/domain/vpn/types";
import { formatMoney, formatSum } from "@/lib/format/money";
import { monthlyOf, periodName } from "./period-name";
import { PlanToman } from "./plan-toman";

/** What a plan costs, for how long, and what that is for a month. */
export function PlanPrice({ plan }: { plan: PlanView }) {
  const t = useTranslations("subscriptions.plans");
  const locale = useLocale();
  const micros = parseDecimal(plan.price) ?? 0n;
  const monthly = monthlyOf(micros, plan.durationDays);
  return (
    <div className="flex flex-col">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Ltr className="font-semibold text-[28px] leading-9 tracking-tight tabular-nums">
          {formatMoney(micros, WALLET_CURRENCY, locale)}
        </Ltr>
        <span className="text-ink-2 text-sm">
          {t(`per.${periodName(plan.durationDays)}`, { n: plan.durationDays })}
        </span>
      </p>
      {plan.priceToman ? (
        <PlanToman toman={plan.priceToman} />
      ) : (
        <OwnAmount amount={toDecimal(micros)} className="text-sm" />
      )}
      {plan.durationDays > 31 && (
        <p className="text-ink-3 text-xs">
          {t("perMonth", { price: formatSum(monthly, WALLET_CURRENCY, locale) })}
        </p>
      )}
    </div>
  );
}
