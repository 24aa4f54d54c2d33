"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "@/components/ui/ltr";
import { useMoney } from "@/components/wallet/use-money";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { RunningView, UpgradeView } from "@/lib/domain/vpn/types";
import { useBytes } from "./use-bytes";

/** What a change of the plan replaces, what comes instead, and how its price is made up: before anything is paid. */
export function ChangeLines({ running, upgrade }: { running: RunningView; upgrade: UpgradeView }) {
  const t = useTranslations("vpn.manage");
  const format = useFormatter();
  const money = useMoney();
  const bytes = useBytes();
  const day = (at: string) => format.dateTime(new Date(at), "date");
  const amount = (text: string) => <Ltr>{money(text, WALLET_CURRENCY)}</Ltr>;
  const lines: [string, ReactNode][] = [
    [
      t("replaces"),
      running.leftBytes === null
        ? t("leftUnlimited", { plan: running.planName, date: day(running.expiresAt) })
        : t("left", {
            plan: running.planName,
            date: day(running.expiresAt),
            traffic: bytes(running.leftBytes),
          }),
    ],
    [
      t("becomes"),
      upgrade.trafficBytes === null
        ? t("newUnlimited", { date: day(upgrade.endsAt), n: upgrade.maxDevices })
        : t("new", {
            date: day(upgrade.endsAt),
            traffic: bytes(upgrade.trafficBytes),
            n: upgrade.maxDevices,
          }),
    ],
    [t("planPrice"), amount(upgrade.price)],
    [t("credit"), amount(`-${upgrade.credit}`)],
    [t("due"), amount(upgrade.due)],
  ];
  return (
    <dl className="flex flex-col divide-y divide-line rounded-control border border-line text-sm">
      {lines.map(([label, value]) => (
        <div key={label} className="flex items-baseline justify-between gap-4 px-3 py-2 last:font-medium">
          <dt className="shrink-0 text-ink-2">{label}</dt>
          <dd className="text-end tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
