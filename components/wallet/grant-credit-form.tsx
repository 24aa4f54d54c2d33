"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useRef, useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { grantCreditAction, previewAdjustmentAction } from "@/lib/actions/wallet";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { parseTyped, plainDecimal } from "@/lib/domain/kernel/typed-amount";
import type { AdjustmentPreview as Preview } from "@/lib/domain/wallet/types";
import { AdjustmentPreview } from "./adjustment-preview";
import { useMoney } from "./use-money";

const CURRENCY = "USD";
const MIN_REASON = 3;

/** An admin's grant, or with a minus the taking back of one: its entries are shown before they are posted. */
export function GrantCreditForm({ userId }: { userId: string }) {
  const t = useTranslations("users.grant");
  const money = useMoney();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState({ amount: "", reason: "" });
  const [mayOwe, setMayOwe] = useState(false);
  const [invalid, setInvalid] = useState({ amount: false, reason: false });
  const focusOn = (name: "amount" | "reason") =>
    form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  // Of somebody else's balance: the customer's own sentence would speak to the wrong person.
  const [tooLittle, setTooLittle] = useState<{ available: string; missing: string } | null>(null);
  const amount = plainDecimal(typed.amount);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [posted, setPosted] = useState<string | null>(null);
  // One key per filled form: a double click posts once.
  const [key, setKey] = useState(() => newKey());

  function refuse(told: Refusal) {
    const { availableMicros, missingMicros } = told.details ?? {};
    if (told.reason !== "insufficient_funds" || typeof missingMicros !== "string") return setRefusal(told);
    focusOn("amount");
    const shown = (micros: string) => money(toDecimal(BigInt(micros)), CURRENCY);
    setTooLittle({ available: shown(String(availableMicros ?? 0)), missing: shown(missingMicros) });
  }
  const looking = useAction(previewAdjustmentAction, {
    onSuccess({ data }) {
      if (data?.ok) setPreview(data.preview);
      else if (data) refuse(data);
    },
    onError({ error }) {
      if (!error.validationErrors) return setRefusal(actionRefusal(error));
      setInvalid((last) => ({ ...last, amount: true }));
      focusOn("amount");
    },
  });
  const posting = useAction(grantCreditAction, {
    onSuccess({ data }) {
      setPreview(null);
      if (!data?.ok) return data ? refuse(data) : setRefusal(null);
      setPosted(amount);
      setTyped({ amount: "", reason: "" });
      // A debt is allowed for one adjustment, not for the next as well.
      setMayOwe(false);
      setKey(newKey());
    },
    onError({ error }) {
      setPreview(null);
      setRefusal(error.serverError ?? { ok: false, reason: "invalid_input" });
    },
  });

  function look(event: FormEvent) {
    event.preventDefault();
    const wrong = { amount: !parseTyped(typed.amount), reason: typed.reason.trim().length < MIN_REASON };
    setInvalid(wrong);
    setRefusal(null);
    setTooLittle(null);
    setPosted(null);
    const first = wrong.amount ? "amount" : wrong.reason ? "reason" : null;
    if (first) return focusOn(first);
    looking.execute({ userId, amount, mayOwe });
  }

  return (
    <form ref={form} onSubmit={look} noValidate className="flex flex-col gap-4">
      <p className="text-ink-2 text-sm">{t("text")}</p>
      <TextField
        name="amount"
        label={t("amount")}
        hint={t("amountHint")}
        error={invalid.amount ? t("amountError") : tooLittle ? t("tooLittle", tooLittle) : undefined}
        value={typed.amount}
        onChange={(event) => setTyped({ ...typed, amount: event.currentTarget.value })}
        inputMode="text"
        autoComplete="off"
        dir="ltr"
        required
      />
      <TextField
        name="reason"
        label={t("reason")}
        error={invalid.reason ? t("reasonError") : undefined}
        value={typed.reason}
        onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
        maxLength={400}
        dir="auto"
        required
      />
      <Checkbox
        name="mayOwe"
        label={t("mayOwe")}
        checked={mayOwe}
        onChange={(event) => setMayOwe(event.currentTarget.checked)}
      />
      <FormError>{refusal && <RefusalText refusal={refusal} currency={CURRENCY} />}</FormError>
      <Button type="submit" variant="primary" pending={looking.isPending} className="self-start">
        {t("preview")}
      </Button>
      <p role="status" className="text-ok text-sm empty:hidden">
        {posted ? t("done", { amount: money(posted, CURRENCY) }) : null}
      </p>
      <ConfirmDialog
        open={preview !== null}
        onOpenChange={(open) => !open && setPreview(null)}
        title={t("previewTitle", { amount: money(amount, CURRENCY) })}
        description={t("previewText")}
        confirmLabel={t("submit")}
        cancelLabel={t("cancel")}
        pending={posting.isPending}
        onConfirm={() =>
          preview && posting.execute({ userId, ...typed, amount, mayOwe, key, seen: preview.seen })
        }
      >
        {preview && <AdjustmentPreview preview={preview} />}
        <p className="text-sm">
          <span className="block text-ink-2">{t("reason")}</span>
          <bdi className="break-words">{typed.reason}</bdi>
        </p>
      </ConfirmDialog>
    </form>
  );
}
