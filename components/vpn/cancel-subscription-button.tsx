"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { cancelSubscriptionAction } from "@/lib/actions/vpn";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

/** Ends a subscription for good, after a question. */
export function CancelSubscriptionButton({ subscriptionId }: { subscriptionId: string }) {
  const t = useTranslations("vpn.manage");
  const { isAsking, setAsking, refusal, callbacks } = useSubscriptionAction();
  const { execute, isPending } = useAction(cancelSubscriptionAction, callbacks);
  return (
    <div className="flex flex-col gap-2">
      <Button variant="danger" pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("cancel")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("cancelTitle")}
        description={t("cancelText")}
        confirmLabel={t("cancelConfirm")}
        cancelLabel={t("keep")}
        pending={isPending}
        danger
        onConfirm={() => execute({ subscriptionId })}
      />
      <Refused refusal={refusal} />
    </div>
  );
}
