"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { v4 as newKey } from "uuid";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextField } from "@/components/ui/text-field";
import { refundOrderAction } from "@/lib/actions/numbers";
import type { Refusal } from "@/lib/domain/kernel/result";
import type { StaffOrderView } from "@/lib/domain/numbers/types";
import { useRouter } from "@/lib/i18n/navigation";
import { RefusalText } from "./refusal-text";

/** Gives money back after the code, whole or in part, with a reason that is kept. */
export function RefundOrderButton({ order }: { order: StaffOrderView }) {
  const t = useTranslations("admin.orders");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(order.price);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [key, setKey] = useState(() => newKey());
  const { execute, isPending } = useAction(refundOrderAction, {
    onSuccess({ data }) {
      if (data && !data.ok) return setRefusal(data);
      setRefusal(null);
      setOpen(false);
      setKey(newKey());
      router.refresh();
    },
    onError: ({ error }) => setRefusal(error.serverError ?? { ok: false, reason: "invalid_input" }),
  });
  // Only what was paid can be given back; a number without a code was never paid.
  if (
    order.status !== "COMPLETED" &&
    order.screen !== "code_received" &&
    order.screen !== "waiting_another"
  ) {
    return null;
  }
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        {t("refund")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("refundTitle", { number: order.number })}
        description={t("refundText")}
        confirmLabel={t("refund")}
        cancelLabel={t("keep")}
        danger
        pending={isPending}
        onConfirm={() => execute({ orderId: order.id, amount, reason, key })}
      >
        <TextField
          label={t("amount")}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          inputMode="decimal"
          dir="ltr"
        />
        <TextField
          label={t("reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          minLength={3}
        />
        <div role="alert" className="text-bad text-sm">
          {refusal && <RefusalText refusal={refusal} currency={order.currency} />}
        </div>
      </ConfirmDialog>
    </>
  );
}
