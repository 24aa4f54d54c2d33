"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { upgradePlanAction } from "@/lib/actions/vpn";
import type { UpgradeView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { MissingMoney, missingFor } from "./missing-money";
import { PaymentLines } from "./payment-lines";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

interface UpgradeButtonProps {
  subscriptionId: string;
  upgrade: UpgradeView;
  available: string;
}

/** Changes to another plan, after a question that shows what is counted and what is paid. */
export function UpgradeButton({ subscriptionId, upgrade, available }: UpgradeButtonProps) {
  const t = useTranslations("vpn.manage");
  const { isAsking, setAsking, refusal, key, callbacks } = useSubscriptionAction();
  const { execute, isPending } = useAction(upgradePlanAction, callbacks);
  const missing = missingFor(upgrade.due, available);
  if (missing) return <MissingMoney missing={missing} back={routes.subscription(subscriptionId)} />;
  const label = t("upgrade", { plan: upgrade.name });
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="secondary"
        pending={isPending}
        aria-label={t("upgradeNamed", { plan: upgrade.name, n: upgrade.durationDays })}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("upgradeTitle", { plan: upgrade.name })}
        description={t("upgradeText", { n: upgrade.durationDays })}
        confirmLabel={label}
        cancelLabel={t("notNow")}
        pending={isPending}
        onConfirm={() => execute({ subscriptionId, planId: upgrade.planId, key })}
      >
        <PaymentLines price={upgrade.due} available={available} />
      </ConfirmDialog>
      <Refused refusal={refusal} />
    </div>
  );
}
