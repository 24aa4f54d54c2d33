"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { rotateLinkAction } from "@/lib/actions/vpn";
import { Refused } from "./refused";
import { useSubscriptionAction } from "./use-subscription-action";

/** A new secret link, after a question that says what becomes of the old one. */
export function RotateLinkButton({ subscriptionId }: { subscriptionId: string }) {
  const t = useTranslations("vpn.manage");
  const [leaked, setLeaked] = useState(false);
  const { isAsking, setAsking, refusal, callbacks } = useSubscriptionAction();
  const { execute, isPending } = useAction(rotateLinkAction, callbacks);
  return (
    <div className="flex flex-col gap-2">
      <Button variant="secondary" pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("rotate")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("rotateTitle")}
        description={t("rotateText")}
        confirmLabel={t("rotateConfirm")}
        cancelLabel={t("notNow")}
        pending={isPending}
        danger={leaked}
        onConfirm={() => execute({ subscriptionId, leaked })}
      >
        <Checkbox
          label={t("leaked")}
          hint={t("leakedHint")}
          checked={leaked}
          onChange={(event) => setLeaked(event.currentTarget.checked)}
        />
      </ConfirmDialog>
      <Refused refusal={refusal} />
    </div>
  );
}
