"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useMoney } from "@/components/wallet/use-money";
import { renewSubscriptionAction } from "@/lib/actions/vpn";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { routes } from "@/lib/routes";
import { MissingMoney, missingFor } from "./missing-money";
import { PaymentLines } from "./payment-lines";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

interface RenewButtonProps {
  subscriptionId: string;
  price: string;
  /** ISO, when it would end then. */
  endsAt: string;
  available: string;
}

/** Renews from the wallet, after a question with the amount. */
export function RenewButton({ subscriptionId, price, endsAt, available }: RenewButtonProps) {
  const t = useTranslations("vpn.manage");
  const format = useFormatter();
  const amount = useMoney()(price, WALLET_CURRENCY);
  const { isAsking, setAsking, refusal, key, callbacks } = useSubscriptionAction();
  const { execute, isPending } = useAction(renewSubscriptionAction, callbacks);
  const missing = missingFor(price, available);
  if (missing) return <MissingMoney missing={missing} back={routes.subscription(subscriptionId)} />;
  return (
    <div className="flex flex-col gap-2">
      <Button pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("renew", { price: amount })}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("renewTitle", { price: amount })}
        description={t("renewText", { date: format.dateTime(new Date(endsAt), "long") })}
        confirmLabel={t("renew", { price: amount })}
        cancelLabel={t("notNow")}
        pending={isPending}
        onConfirm={() => execute({ subscriptionId, key })}
      >
        <PaymentLines price={price} available={available} />
      </ConfirmDialog>
      <Refused refusal={refusal} />
    </div>
  );
}
