"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/numbers/live-provider";
import { Panel } from "@/components/ui/panel";
import { OwnAmount } from "@/components/wallet/display-rate";
import { useMoney } from "./use-money";

/** What is free and what is held, kept true while the page is open. */
export function LiveBalanceCards({ isFrozen = false }: { isFrozen?: boolean }) {
  const t = useTranslations("wallet");
  const money = useMoney();
  const { balance } = useLive().state;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] gap-3">
      {(["available", "held"] as const).map((key) => (
        <Panel key={key}>
          <p className="text-ink-2 text-sm">{t(key)}</p>
          <p
            className="font-medium text-[28px] leading-9 tracking-tight tabular-nums"
            data-testid={`balance-${key}`}
          >
            <bdi dir="ltr">{money(balance[key], balance.currency)}</bdi>
          </p>
          <OwnAmount amount={balance[key]} className="text-sm" />
          <p className="mt-1 text-ink-3 text-xs">
            {isFrozen && key === "available" ? t("frozenHint") : t(`${key}Hint`)}
          </p>
        </Panel>
      ))}
    </div>
  );
}
