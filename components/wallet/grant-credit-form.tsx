"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { v4 as newKey } from "uuid";
import { useActionForm } from "@/components/identity/use-action-form";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";
import { grantCreditAction } from "@/lib/actions/wallet";
import { useMoney } from "./use-money";

const CURRENCY = "USD";

/** An admin's grant, or with a minus the taking back of one. */
export function GrantCreditForm({ userId }: { userId: string }) {
  const t = useTranslations("users.grant");
  const money = useMoney();
  const { formProps, outcome, isPending } = useActionForm(grantCreditAction);
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [posted, setPosted] = useState<string | null>(null);
  // One key per filled form: a double click posts once.
  const [key, setKey] = useState(() => newKey());
  useEffect(() => {
    if (!outcome.done) return;
    setAmount((last) => {
      if (last !== "") setPosted(last);
      return "";
    });
    setReason("");
    setKey(newKey());
  }, [outcome.done]);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="key" value={key} />
      <p className="text-ink-2 text-sm">{t("text")}</p>
      <TextField
        name="amount"
        label={t("amount")}
        hint={t("amountHint")}
        error={outcome.invalid.has("amount") ? t("amountError") : undefined}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        inputMode="text"
        dir="ltr"
        required
      />
      <TextField
        name="reason"
        label={t("reason")}
        error={outcome.invalid.has("reason") ? t("reasonError") : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={400}
        dir="auto"
        required
      />
      <FormError>
        {outcome.refusal && <RefusalText refusal={outcome.refusal} currency={CURRENCY} />}
      </FormError>
      <Button type="submit" variant="primary" pending={isPending} className="self-start">
        {t("submit")}
      </Button>
      <p role="status" className="text-ok text-sm empty:hidden">
        {outcome.done && posted ? t("done", { amount: money(posted, CURRENCY) }) : null}
      </p>
    </form>
  );
}
