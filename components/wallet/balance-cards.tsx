import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { OwnAmount } from "@/components/wallet/display-rate";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Balance } from "@/lib/domain/wallet/types";
import { formatMoney } from "@/lib/format/money";

/** Available, held and, when there is any, owed: each with what it means. */
export function BalanceCards({ balance, isFrozen = false }: { balance: Balance; isFrozen?: boolean }) {
  const t = useTranslations("wallet");
  const locale = useLocale();
  const cards = [
    {
      key: "available",
      micros: balance.availableMicros,
      hint: isFrozen ? t("frozenHint") : t("availableHint"),
    },
    { key: "held", micros: balance.heldMicros, hint: t("heldHint") },
    ...(balance.debtMicros < 0n
      ? [{ key: "debt", micros: balance.debtMicros, hint: t("debtHint") } as const]
      : []),
  ] as const;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] gap-3">
      {cards.map((card) => (
        <Panel key={card.key}>
          <p className="text-ink-2 text-sm">{t(card.key)}</p>
          <p
            className="font-medium text-[28px] leading-9 tracking-tight tabular-nums"
            data-testid={`balance-${card.key}`}
          >
            <bdi dir="ltr">{formatMoney(card.micros, balance.currency, locale)}</bdi>
          </p>
          <OwnAmount amount={toDecimal(card.micros)} className="text-sm" />
          <p className="mt-1 text-ink-3 text-xs">{card.hint}</p>
        </Panel>
      ))}
    </div>
  );
}
