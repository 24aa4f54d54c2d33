"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { matchStrayAction, previewMatchAction } from "@/lib/actions/billing";
import type { HandCreditPreview, StrayView } from "@/lib/domain/billing/types";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { FindInvoice } from "./find-invoice";
import { HandCreditEffect } from "./hand-credit-effect";

interface MatchStrayProps {
  stray: StrayView;
  /** What came, in words. */
  amount: string;
}

/** Says which invoice unmatched money is of: found, its effect shown, then done. */
export function MatchStray(props: MatchStrayProps) {
  const t = useTranslations("byHand");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t("match")}
      </Button>
      {isOpen && <Match {...props} onEnd={() => setOpen(false)} />}
    </>
  );
}

const LEAST = 3;
const isDollars = ({ asset }: StrayView) => asset === "USD" || asset === "USDT";

function Match({ stray, amount, onEnd }: MatchStrayProps & { onEnd(): void }) {
  const t = useTranslations("byHand");
  const form = `match-${stray.id}`;
  const [invoiceId, setInvoiceId] = useState(stray.invoice?.id ?? "");
  const [preview, setPreview] = useState<HandCreditPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [invalid, setInvalid] = useState({ invoice: false, amount: false, reason: false });
  const failed = ({ error }: { error: Parameters<typeof actionRefusal>[0] }) =>
    setRefusal(actionRefusal(error));
  const looking = useAction(previewMatchAction, {
    onSuccess({ data }) {
      if (data?.ok) setPreview(data.preview);
      else if (data) setRefusal(data);
    },
    onError: failed,
  });
  const matching = useAction(matchStrayAction, {
    onSuccess({ data }) {
      if (data?.ok) return onEnd();
      setPreview(null);
      if (data) setRefusal(data);
    },
    onError: failed,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const usd = plainDecimal(String(data.get("amount") ?? ""));
    const reason = String(data.get("reason") ?? "").trim();
    const wrong = {
      invoice: invoiceId === "",
      amount: (parseDecimal(usd) ?? 0n) <= 0n,
      reason: reason.length < LEAST,
    };
    setInvalid(wrong);
    setRefusal(null);
    const first = wrong.invoice ? "search" : wrong.amount ? "amount" : wrong.reason ? "reason" : null;
    if (first) return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    const wanted = { strayId: stray.id, invoiceId, amount: usd };
    if (!preview) return looking.execute(wanted);
    matching.execute({ ...wanted, decision: "match", version: preview.version, reason });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onEnd()}
      title={t("matchTitle", { amount })}
      description={t("matchText")}
      confirmLabel={preview ? t("matchSubmit") : t("show")}
      cancelLabel={t("keep")}
      pending={looking.isPending || matching.isPending}
      onConfirm={() => (document.getElementById(form) as HTMLFormElement | null)?.requestSubmit()}
    >
      <form
        id={form}
        onSubmit={submit}
        onChange={() => setPreview(null)}
        noValidate
        className="flex flex-col gap-3"
      >
        <FindInvoice
          near={stray.invoice}
          chosen={invoiceId}
          onChoose={setInvoiceId}
          error={invalid.invoice ? t("choose") : undefined}
        />
        <TextField
          name="amount"
          label={t("usd")}
          error={invalid.amount ? t("usdError") : undefined}
          defaultValue={isDollars(stray) && /^\d+(?:\.\d{1,2})?$/.test(stray.amount) ? stray.amount : ""}
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          required
        />
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          error={invalid.reason ? t("reasonError") : undefined}
          maxLength={400}
          autoComplete="off"
          dir="auto"
          required
        />
        {preview && <HandCreditEffect preview={preview} />}
        <FormError>{refusal && <RefusalText refusal={refusal} currency={WALLET_CURRENCY} />}</FormError>
      </form>
    </ConfirmDialog>
  );
}
