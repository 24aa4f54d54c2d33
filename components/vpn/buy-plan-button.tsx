"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { useMoney } from "@/components/wallet/use-money";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { PlanLack } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { PayChoice } from "./pay-choice";
import { Refused } from "./refused";
import { usePayWay } from "./use-pay-way";
import { usePlanPurchase } from "./use-plan-purchase";

interface BuyPlanButtonProps {
  plan: { id: string; name: string; price: string; isTrial: boolean; lack: PlanLack | null };
  /** The ways of paying beside the wallet. */
  methods: readonly OfferedMethod[];
  /** This page with its choice, to come back to after a top-up. */
  back: string;
}

/** Buys a plan, or begins a trial, after a question that says how it is paid and what is left afterwards. */
export function BuyPlanButton({ plan, methods, back }: BuyPlanButtonProps) {
  const t = useTranslations("vpn.buy");
  const money = useMoney();
  const [isAutoRenew, setAutoRenew] = useState(false);
  const { way, choose, available, missing } = usePayWay({ price: plan.price, methods });
  const { isAsking, setAsking, isPending, refusal, pay } = usePlanPurchase();
  const usd = (amount: string) => money(amount, WALLET_CURRENCY);
  const price = usd(plan.price);
  const label = plan.isTrial ? t("trial") : t("buy", { price });
  return (
    <div className="flex flex-col gap-2">
      {way && (
        <Button
          pending={isPending}
          disabled={plan.lack !== null}
          aria-label={plan.isTrial ? undefined : t("named", { plan: plan.name, price })}
          onClick={() => setAsking(true)}
        >
          {label}
        </Button>
      )}
      {missing && (
        <>
          <p className="text-ink-2 text-xs">
            {t("missing", { available: usd(available), missing: usd(missing) })}
          </p>
          <LinkButton variant="secondary" href={routes.topUp({ back, amount: missing })}>
            {t("topUp", { missing: usd(missing) })}
          </LinkButton>
        </>
      )}
      {way && (
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={t(plan.isTrial ? "trialTitle" : "title", { plan: plan.name })}
          description={t(plan.isTrial ? "trialText" : way === "wallet" ? "text" : "payText")}
          confirmLabel={way === "wallet" ? label : t("pay")}
          cancelLabel={t("notNow")}
          pending={isPending}
          isTall={!plan.isTrial}
          onConfirm={() => pay({ planId: plan.id, price: plan.price, isAutoRenew, way })}
        >
          {!plan.isTrial && (
            <PayChoice
              price={plan.price}
              available={available}
              walletText={t("walletText", { available: usd(available) })}
              isWalletEnough={missing === null}
              methods={methods}
              way={way}
              onChoose={choose}
            >
              <Checkbox
                label={t("renew")}
                hint={t("renewHint")}
                checked={isAutoRenew}
                onChange={(event) => setAutoRenew(event.currentTarget.checked)}
              />
            </PayChoice>
          )}
        </ConfirmDialog>
      )}
      <Refused refusal={refusal} />
    </div>
  );
}
