"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { cancelWithdrawalAction } from "@/lib/actions/billing";
import type { Refusal } from "@/lib/domain/kernel/result";

/** Takes a waiting withdrawal back, after a question. */
export function CancelWithdrawalButton({ withdrawalId }: { withdrawalId: string }) {
  const t = useTranslations("withdrawals.cancel");
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { execute, isPending } = useAction(cancelWithdrawalAction, {
    onSuccess({ data }) {
      setAsking(false);
      setRefusal(data && !data.ok ? data : null);
    },
    onError({ error }) {
      setAsking(false);
      setRefusal(actionRefusal(error));
    },
  });
  return (
    <div className="flex flex-col gap-2">
      <Button variant="secondary" pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title")}
        description={t("text")}
        confirmLabel={t("open")}
        cancelLabel={t("keep")}
        pending={isPending}
        onConfirm={() => execute({ withdrawalId })}
      />
      <div role="status" className="text-bad text-sm empty:hidden">
        {refusal && <RefusalText refusal={refusal} currency="USD" />}
      </div>
    </div>
  );
}
