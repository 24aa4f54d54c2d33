"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { markInvoicePaidAction, previewMarkPaidAction } from "@/lib/actions/billing";
import type { HandCreditPreview } from "@/lib/domain/billing/types";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { HandCreditEffect } from "./hand-credit-effect";

const LEAST = 3;
const FORM = "mark-paid";

/** Writes down that an invoice was paid by a way no gateway tells of; the postings are shown with the question. */
export function MarkInvoicePaid({ invoiceId, number }: { invoiceId: string; number: number }) {
  const t = useTranslations("byHand");
  const [preview, setPreview] = useState<HandCreditPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [invalid, setInvalid] = useState({ reference: false, reason: false });
  const failed = ({ error }: { error: Parameters<typeof actionRefusal>[0] }) =>
    setRefusal(actionRefusal(error));
  const looking = useAction(previewMarkPaidAction, {
    onSuccess({ data }) {
      if (data?.ok) setPreview(data.preview);
      else if (data) setRefusal(data);
    },
    onError: failed,
  });
  const posting = useAction(markInvoicePaidAction, {
    onSuccess({ data }) {
      if (data?.ok) setPreview(null);
      else if (data) setRefusal(data);
    },
    onError: failed,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!preview) return;
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const wrong = { reference: said("reference").length < LEAST, reason: said("reason").length < LEAST };
    setInvalid(wrong);
    setRefusal(null);
    const first = wrong.reference ? "reference" : wrong.reason ? "reason" : null;
    if (first) return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    posting.execute({
      invoiceId,
      version: preview.version,
      reference: said("reference"),
      reason: said("reason"),
      mayOverlap: form.get("mayOverlap") !== null,
    });
  }

  return (
    <>
      <Button
        variant="secondary"
        pending={looking.isPending}
        onClick={() => {
          setRefusal(null);
          looking.execute({ invoiceId });
        }}
      >
        {t("mark")}
      </Button>
      {!preview && (
        <FormError>{refusal && <RefusalText refusal={refusal} currency={WALLET_CURRENCY} />}</FormError>
      )}
      <ConfirmDialog
        open={preview !== null}
        onOpenChange={(open) => !open && setPreview(null)}
        title={t("markTitle", { number: String(number) })}
        description={t("markText")}
        confirmLabel={t("submit")}
        cancelLabel={t("keep")}
        pending={posting.isPending}
        onConfirm={() => (document.getElementById(FORM) as HTMLFormElement | null)?.requestSubmit()}
      >
        {preview && (
          <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-3">
            <HandCreditEffect preview={preview} />
            <TextField
              name="reference"
              label={t("reference")}
              hint={t("referenceHint")}
              error={invalid.reference ? t("referenceError") : undefined}
              maxLength={100}
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
            {preview.live && <Checkbox name="mayOverlap" label={t("overlap")} />}
            <FormError>{refusal && <RefusalText refusal={refusal} currency={WALLET_CURRENCY} />}</FormError>
          </form>
        )}
      </ConfirmDialog>
    </>
  );
}
