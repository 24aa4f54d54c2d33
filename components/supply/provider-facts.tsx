import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FactList } from "@/components/offers/fact-list";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { ProviderDetail } from "@/lib/domain/supply/types";
import { formatMoney } from "@/lib/format/money";
import { supplierError } from "./supplier-error";

/** What is known of a provider and not typed: health, circuit, balance, times. */
export function ProviderFacts({ provider }: { provider: ProviderDetail }) {
  const t = useTranslations("providers.facts");
  const kinds = useTranslations("providers.kinds");
  const faults = useTranslations("providers.faults");
  const format = useFormatter();
  const locale = useLocale();
  const at = (time: string | null) => (time ? format.dateTime(new Date(time), "long") : "–");
  const code = (text: string) => <Ltr className="break-all font-mono text-xs">{text}</Ltr>;
  const plain = (text: string) => <Ltr>{text}</Ltr>;
  const balance =
    provider.balance === null
      ? "–"
      : formatMoney(parseDecimal(provider.balance) ?? 0n, WALLET_CURRENCY, locale);
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    ["kind", kinds(provider.kind)],
    ["code", code(provider.code)],
    ["key", t(provider.hasKey ? "keySet" : "keyNone")],
    ["balance", plain(balance)],
    ["balanceSeenAt", at(provider.balanceSeenAt)],
    ["healthOkAt", at(provider.healthOkAt)],
    ["healthFailedAt", at(provider.healthFailedAt)],
    [
      "healthError",
      <bdi key="error">
        {supplierError({ error: provider.healthError ?? "–", fault: provider.healthFault }, faults)}
      </bdi>,
    ],
    ["failures", format.number(provider.consecutiveFailures, "whole")],
    ["pausedUntil", at(provider.pausedUntil)],
    ["polledAt", at(provider.polledAt)],
    ["version", format.number(provider.version, "whole")],
    ["createdAt", at(provider.createdAt)],
    ["updatedAt", at(provider.updatedAt)],
    ["id", code(provider.id)],
  ];
  return <FactList facts={rows.map(([key, value]) => ({ label: t(key), value, wide: key === "id" }))} />;
}
