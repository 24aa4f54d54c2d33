"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useOptimistic, useTransition } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { switchAutoRenewalAction } from "@/lib/actions/vpn";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

/** Whether it renews by itself; switched at once, because it moves no money now. */
export function AutoRenewalSwitch({ subscriptionId, isOn }: { subscriptionId: string; isOn: boolean }) {
  const t = useTranslations("vpn.manage");
  const [shown, show] = useOptimistic(isOn);
  const [, begin] = useTransition();
  const { refusal, callbacks } = useSubscriptionAction();
  const { executeAsync } = useAction(switchAutoRenewalAction, callbacks);
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        role="switch"
        label={t("autoOn")}
        hint={t("autoHint")}
        checked={shown}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          begin(async () => {
            show(wanted);
            await executeAsync({ subscriptionId, isOn: wanted });
          });
        }}
      />
      <Refused refusal={refusal} />
    </div>
  );
}
