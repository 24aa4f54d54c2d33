"use client";

import { useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import { OwnAmount } from "@/components/wallet/display-rate";
import { useMoney } from "@/components/wallet/use-money";
import { parseDecimal, toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";

/** What is paid from the wallet and what stays in it; decimals of USD. */
export function PaymentLines({ price, available }: { price: string; available: string }) {
  const t = useTranslations("vpn.buy");
  const money = useMoney();
  const after = toDecimal((parseDecimal(available) ?? 0n) - (parseDecimal(price) ?? 0n));
  const lines = [
    ["price", price],
    ["balance", available],
    ["after", after],
  ] as const;
  return (
    <dl className="flex flex-col divide-y divide-line rounded-control border border-line text-sm">
      {lines.map(([key, amount]) => (
        <div key={key} className="flex items-baseline justify-between gap-3 px-3 py-2 last:font-medium">
          <dt className="text-ink-2">{t(key)}</dt>
          <dd className="flex flex-wrap items-baseline justify-end gap-x-2 tabular-nums">
            <Ltr>{money(amount, WALLET_CURRENCY)}</Ltr>
            {key === "price" && <OwnAmount amount={amount} className="text-xs" />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
