"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useMoney } from "@/components/wallet/use-money";
import { renewSubscriptionAction } from "@/lib/actions/vpn";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { RenewalView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { MissingMoney } from "./missing-money";
import { PayChoice } from "./pay-choice";
import { Refused } from "./refused";
import { RenewalLines } from "./renewal-lines";
import { usePayWay } from "./use-pay-way";
import { usePlanInvoice } from "./use-plan-invoice";
import { useSubscriptionAction } from "./use-subscription-action";

interface RenewButtonProps {
  subscriptionId: string;
  renewal: RenewalView;
  /** The ways of paying beside the wallet. */
  methods: readonly OfferedMethod[];
}

/** Renews from the wallet or by any other way of paying, after a question with the amount. */
export function RenewButton(props: RenewButtonProps) {
  const { subscriptionId, renewal, methods } = props;
  const { planId, price, endsAt, keepsTraffic } = renewal;
  const t = useTranslations("vpn.manage");
  const pay = useTranslations("vpn.buy")("pay");
  const format = useFormatter();
  const money = useMoney();
  const amount = money(price, WALLET_CURRENCY);
  const { isAsking, setAsking, refusal, key, callbacks, end } = useSubscriptionAction();
  const wallet = useAction(renewSubscriptionAction, callbacks);
  const invoice = usePlanInvoice(end);
  const { way, choose, available, missing } = usePayWay({ price, methods });
  const label = t("renew", { price: amount });
  const isPending = wallet.isPending || invoice.isPending;
  const date = format.dateTime(new Date(endsAt), "long");
  return (
    <div className="flex flex-col gap-2">
      {way && (
        <>
          <Button pending={isPending} onClick={() => setAsking(true)} className="self-start">
            {label}
          </Button>
          <ConfirmDialog
            open={isAsking}
            onOpenChange={setAsking}
            title={t("renewTitle", { price: amount })}
            description={t(way === "wallet" ? "renewText" : "renewPayText", {
              date,
              keeps: keepsTraffic ? "yes" : "no",
            })}
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
            <RenewalLines renewal={renewal} />
            <PayChoice
              price={price}
              available={available}
              walletText={t("renewWallet", { available: money(available, WALLET_CURRENCY) })}
              isWalletEnough={missing === null}
              methods={methods}
              way={way}
              onChoose={choose}
            />
          </ConfirmDialog>
        </>
      )}
      {missing && <MissingMoney missing={missing} back={routes.subscription(subscriptionId)} />}
      <Refused refusal={refusal} />
    </div>
  );
}
