"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { cancelInvoiceAction } from "@/lib/actions/billing";
import type { Refusal } from "@/lib/domain/kernel/result";

/** Takes an unpaid invoice back, after a question. */
export function CancelInvoiceButton({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations("billing.invoice");
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { execute, isPending } = useAction(cancelInvoiceAction, {
    onSuccess({ data }) {
      setAsking(false);
      setRefusal(data && !data.ok ? data : null);
    },
    onError({ error }) {
      setAsking(false);
      setRefusal(error.serverError ?? { ok: false, reason: "unavailable" });
    },
  });
  return (
    <>
      <Button variant="secondary" pending={isPending} onClick={() => setAsking(true)}>
        {t("cancel")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("cancelTitle")}
        description={t("cancelText")}
        confirmLabel={t("cancel")}
        cancelLabel={t("keep")}
        pending={isPending}
        onConfirm={() => execute({ invoiceId })}
      />
      <div role="status" className="text-bad text-sm">
        {refusal && <RefusalText refusal={refusal} currency="USD" />}
      </div>
    </>
  );
}
