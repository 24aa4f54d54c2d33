"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { useMoney } from "@/components/wallet/use-money";
import { buyPlanAction } from "@/lib/actions/vpn";
import { parseDecimal, toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { PaymentLines } from "./payment-lines";

interface BuyPlanButtonProps {
  plan: { id: string; name: string; price: string; isTrial: boolean; hasRoom: boolean };
  /** A decimal of USD. */
  available: string;
  /** This page with its choice, to come back to after a top-up. */
  back: string;
}

/** Buys a plan from the wallet, or begins a trial, after a question that says what is left afterwards. */
export function BuyPlanButton({ plan, available, back }: BuyPlanButtonProps) {
  const t = useTranslations("vpn.buy");
  const money = useMoney();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isAutoRenew, setAutoRenew] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [key, setKey] = useState(() => newKey());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refused = (answer: Refusal) => {
    setAsking(false);
    setRefusal(answer);
    setKey(newKey());
  };
  const { execute, isPending } = useAction(buyPlanAction, {
    onSuccess({ data }) {
      if (!data) return;
      if (!data.ok) return refused(data);
      setLeaving(true);
      router.push(routes.subscription(data.subscriptionId));
    },
    onError: ({ error }) => refused(actionRefusal(error)),
  });
  const price = money(plan.price, WALLET_CURRENCY);
  const missing = (parseDecimal(plan.price) ?? 0n) - (parseDecimal(available) ?? 0n);
  if (missing > 0n)
    return (
      <div className="flex flex-col gap-2">
        <p className="text-ink-2 text-xs">
          {t("missing", {
            available: money(available, WALLET_CURRENCY),
            missing: money(toDecimal(missing), WALLET_CURRENCY),
          })}
        </p>
        <LinkButton variant="secondary" href={routes.topUp({ back, amount: toDecimal(missing) })}>
          {t("topUp", { missing: money(toDecimal(missing), WALLET_CURRENCY) })}
        </LinkButton>
      </div>
    );
  const label = plan.isTrial ? t("trial") : t("buy", { price });
  return (
    <div className="flex flex-col gap-2">
      <Button
        pending={isPending || isLeaving}
        disabled={!plan.hasRoom}
        aria-label={plan.isTrial ? undefined : t("named", { plan: plan.name, price })}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t(plan.isTrial ? "trialTitle" : "title", { plan: plan.name })}
        description={t(plan.isTrial ? "trialText" : "text")}
        confirmLabel={label}
        cancelLabel={t("notNow")}
        pending={isPending || isLeaving}
        onConfirm={() => {
          setRefusal(null);
          execute({ planId: plan.id, price: plan.price, isAutoRenew, key });
        }}
      >
        {!plan.isTrial && (
          <>
            <PaymentLines price={plan.price} available={available} />
            <Checkbox
              label={t("renew")}
              hint={t("renewHint")}
              checked={isAutoRenew}
              onChange={(event) => setAutoRenew(event.currentTarget.checked)}
            />
          </>
        )}
      </ConfirmDialog>
      <div role="alert" className="text-bad text-sm empty:hidden">
        {refusal && <RefusalText refusal={refusal} currency={WALLET_CURRENCY} />}
      </div>
    </div>
  );
}
