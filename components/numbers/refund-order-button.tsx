"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { v4 as newKey } from "uuid";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextField } from "@/components/ui/text-field";
import { useMoney } from "@/components/wallet/use-money";
import { refundOrderAction } from "@/lib/actions/numbers";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { parseTyped, plainDecimal } from "@/lib/domain/kernel/typed-amount";
import type { StaffOrderView } from "@/lib/domain/numbers/types";
import { useRouter } from "@/lib/i18n/navigation";
import { RefusalText } from "./refusal-text";

const MIN_REASON = 3;

/** Gives money back after the code, whole or in part, with a reason that is kept. */
export function RefundOrderButton({ order }: { order: StaffOrderView }) {
  const t = useTranslations("admin.orders");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const money = useMoney();
  const left = (parseDecimal(order.price) ?? 0n) - (parseDecimal(order.refunded ?? "0") ?? 0n);
  const [amount, setAmount] = useState(toDecimal(left));
  const [wrong, setWrong] = useState<{ amount?: string; reason?: string }>({});
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [key, setKey] = useState(() => newKey());
  const { execute, isPending } = useAction(refundOrderAction, {
    onSuccess({ data }) {
      if (data && !data.ok) {
        const most = data.details?.refundableMicros;
        if (data.reason === "already_refunded" && typeof most === "string")
          return setWrong({
            amount: t("amountMost", { most: money(toDecimal(BigInt(most)), order.currency) }),
          });
        return setRefusal(data);
      }
      setRefusal(null);
      setOpen(false);
      setKey(newKey());
      router.refresh();
    },
    onError: ({ error }) => setRefusal(error.serverError ?? { ok: false, reason: "invalid_input" }),
  });
  // Only what was paid and not yet given back; a number without a code was never paid.
  if (left <= 0n) return null;
  if (
    order.status !== "COMPLETED" &&
    order.screen !== "code_received" &&
    order.screen !== "waiting_another"
  ) {
    return null;
  }
  function send() {
    const micros = parseTyped(amount);
    const isAmount = micros !== null && micros > 0n;
    const found = {
      ...(isAmount ? {} : { amount: t("amountError") }),
      ...(isAmount && micros > left
        ? { amount: t("amountMost", { most: money(toDecimal(left), order.currency) }) }
        : {}),
      ...(reason.trim().length < MIN_REASON ? { reason: t("reasonError") } : {}),
    };
    setWrong(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    execute({ orderId: order.id, amount: plainDecimal(amount), reason, key });
  }
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
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
        onConfirm={send}
      >
        <TextField
          label={t("amount")}
          hint={t("amountHint", { most: money(toDecimal(left), order.currency) })}
          error={wrong.amount}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          inputMode="decimal"
          dir="ltr"
        />
        <TextField
          label={t("reason")}
          error={wrong.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          minLength={MIN_REASON}
        />
        <div role="alert" className="text-bad text-sm">
          {refusal && <RefusalText refusal={refusal} currency={order.currency} />}
        </div>
      </ConfirmDialog>
    </>
  );
}
