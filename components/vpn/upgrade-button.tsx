"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useMoney } from "@/components/wallet/use-money";
import { upgradePlanAction } from "@/lib/actions/vpn";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { RunningView, UpgradeView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { ChangeLines } from "./change-lines";
import { MissingMoney } from "./missing-money";
import { PayChoice } from "./pay-choice";
import { Refused } from "./refused";
import { usePayWay } from "./use-pay-way";
import { usePlanInvoice } from "./use-plan-invoice";
import { useSubscriptionAction } from "./use-subscription-action";

interface UpgradeButtonProps {
  subscriptionId: string;
  upgrade: UpgradeView;
  running: RunningView;
  /** The ways of paying beside the wallet. */
  methods: readonly OfferedMethod[];
}

/** Changes to another plan, after a question that shows what is counted, what is paid and how. */
export function UpgradeButton({ subscriptionId, upgrade, running, methods }: UpgradeButtonProps) {
  const t = useTranslations("vpn.manage");
  const money = useMoney();
  const pay = useTranslations("vpn.buy")("pay");
  const { isAsking, setAsking, refusal, key, callbacks, end } = useSubscriptionAction();
  const wallet = useAction(upgradePlanAction, callbacks);
  const invoice = usePlanInvoice(end);
  const { way, choose, available, missing } = usePayWay({ price: upgrade.due, methods });
  const { planId } = upgrade;
  const label = t("upgrade", { plan: upgrade.name });
  const isPending = wallet.isPending || invoice.isPending;
  return (
    <div className="flex flex-col gap-2">
      {way && (
        <>
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
            description={t(way === "wallet" ? "upgradeText" : "upgradePayText")}
            confirmLabel={way === "wallet" ? label : pay}
            cancelLabel={t("notNow")}
            pending={isPending}
            isTall
            onConfirm={() =>
              way === "wallet"
                ? wallet.execute({ subscriptionId, planId, key })
                : invoice.execute({ planId, subscriptionId, method: way, key })
            }
          >
            <ChangeLines running={running} upgrade={upgrade} />
            <PayChoice
              price={upgrade.due}
              available={available}
              walletText={t("upgradeWallet", { available: money(available, WALLET_CURRENCY) })}
              isWalletEnough={missing === null}
              methods={methods}
              way={way}
              onChoose={choose}
            />
          </ConfirmDialog>
        </>
      )}
      {missing && !way && <MissingMoney missing={missing} back={routes.subscription(subscriptionId)} />}
      <Refused refusal={refusal} />
    </div>
  );
}
