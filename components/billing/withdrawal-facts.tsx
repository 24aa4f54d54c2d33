import { useTranslations } from "next-intl";
import { FactList } from "@/components/offers/fact-list";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";

/** What a customer knows of a withdrawal: how much, where to, and what came of it. */
export function WithdrawalFacts({ withdrawal }: { withdrawal: WithdrawalView }) {
  const t = useTranslations("withdrawals");
  const { note, payoutReference } = withdrawal;
  return (
    <FactList
      facts={[
        { label: t("detail.amount"), value: <UsdText amount={withdrawal.amount} /> },
        { label: t("detail.way"), value: t(`method.${withdrawal.method}`) },
        { label: t("detail.to"), value: <IdText>{withdrawal.destination}</IdText> },
        ...(note ? [{ label: t("detail.reason"), value: <bdi>{note}</bdi> }] : []),
        ...(payoutReference
          ? [{ label: t("detail.reference"), value: <IdText>{payoutReference}</IdText> }]
          : []),
        { label: t("detail.id"), value: <IdText>{withdrawal.id}</IdText> },
      ]}
    />
  );
}
