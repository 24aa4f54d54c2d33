"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useId, useRef, useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { Ltr } from "@/components/ui/ltr";
import { TextField } from "@/components/ui/text-field";
import { useMoney } from "@/components/wallet/use-money";
import { checkWithdrawalAction, requestWithdrawalAction } from "@/lib/actions/billing";
import type { WithdrawalMethod } from "@/lib/domain/billing/types";
import type { Refusal } from "@/lib/domain/kernel/result";
import { plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { MethodChoice } from "./method-choice";

const METHODS = ["PIX", "USDT_TRC20", "BTC"] as const satisfies readonly WithdrawalMethod[];
const CURRENCY = "USD";

/** What somebody may take out, in decimals. */
interface WithdrawalFormProps {
  /** Of what is available, in whole cents, and of what is left of the day. */
  most: string;
  available: string;
  minimum: string;
  leftToday: string;
  secondAdminFrom: string;
}

/** How much and where to; asked once more before it is sent. */
export function WithdrawalForm(props: WithdrawalFormProps) {
  const t = useTranslations("withdrawals");
  const money = useMoney();
  const router = useRouter();
  const group = useId();
  const form = useRef<HTMLFormElement>(null);
  /** The field that was refused: the focus belongs there, also when the question closes after it. */
  const wrongField = useRef<HTMLElement | null>(null);
  const [method, setMethod] = useState<WithdrawalMethod>("PIX");
  const [typed, setTyped] = useState({ amount: "", destination: "" });
  const [key, setKey] = useState(() => newKey());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** Of the address, where the amount is refused too. */
  const [second, setSecond] = useState<Refusal | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  const refused = (answer: Refusal) => {
    setAsking(false);
    setRefusal(answer);
    // What was refused is over: the next try is another one.
    setKey(newKey());
    const field = answer.reason === "destination_invalid" ? "destination" : "amount";
    wrongField.current = form.current?.querySelector<HTMLElement>(`[name=${field}]`) ?? null;
    wrongField.current?.focus();
  };
  const check = useAction(checkWithdrawalAction, {
    onSuccess({ data }) {
      if (!data) return;
      const first = data.amount ?? data.destination;
      if (!first) return setAsking(true);
      setSecond(data.amount ? data.destination : null);
      refused(first);
    },
    onError: ({ error }) => refused(actionRefusal(error)),
  });
  const { execute, isPending: isSending } = useAction(requestWithdrawalAction, {
    onSuccess({ data }) {
      if (!data) return;
      if (!data.ok) return refused(data);
      setLeaving(true);
      router.push(routes.withdrawal(data.withdrawalId));
    },
    onError({ error }) {
      // Faults are named by the field that was sent, not by what it becomes.
      const fields: Record<string, string[] | undefined> = error.validationErrors?.fieldErrors ?? {};
      if (fields.destination) return refused({ ok: false, reason: "destination_invalid" });
      if (fields.amount?.[0] === "amount_too_fine") return refused({ ok: false, reason: "amount_too_fine" });
      refused(fields.amount ? { ok: false, reason: "amount_invalid" } : actionRefusal(error));
    },
  });

  const isPending = isSending || check.isPending;

  function ask(event: FormEvent): void {
    event.preventDefault();
    if (isPending || isLeaving) return;
    setRefusal(null);
    setSecond(null);
    wrongField.current = null;
    check.execute({ method, amount: plainDecimal(typed.amount), destination: typed.destination });
  }

  const isOfDestination = refusal?.reason === "destination_invalid";
  const sentence = refusal ? <RefusalText refusal={refusal} currency={CURRENCY} /> : undefined;
  const isOfAmount =
    refusal !== null &&
    [
      "amount_invalid",
      "amount_too_fine",
      "amount_too_small",
      "insufficient_funds",
      "withdrawal_limit",
    ].includes(refusal.reason);
  return (
    <form ref={form} onSubmit={ask} className="flex flex-col gap-6" noValidate>
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          name="amount"
          label={t("form.amount")}
          hint={`${t("form.range", {
            minimum: money(props.minimum, CURRENCY),
            available: money(props.available, CURRENCY),
          })} ${t("form.today", { left: money(props.leftToday, CURRENCY) })}`}
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          dir="ltr"
          className="max-w-60"
          value={typed.amount}
          error={isOfAmount ? sentence : undefined}
          onChange={(event) => setTyped({ ...typed, amount: event.currentTarget.value })}
        />
        <Button
          variant="secondary"
          // As high as the field: its label is above it.
          className="sm:mt-[1.625rem]"
          onClick={() => setTyped({ ...typed, amount: props.most })}
        >
          {t("form.all", { amount: money(props.most, CURRENCY) })}
        </Button>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">{t("form.way")}</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {METHODS.map((candidate) => (
            <MethodChoice
              key={candidate}
              group={group}
              value={candidate}
              isChosen={candidate === method}
              title={t(`method.${candidate}`)}
              text={t(`methodText.${candidate}`)}
              onChoose={() => setMethod(candidate)}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        name="destination"
        label={t(`form.${method}`)}
        hint={t(`form.${method}Hint`)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        maxLength={140}
        value={typed.destination}
        error={
          isOfDestination ? (
            sentence
          ) : second ? (
            <RefusalText refusal={second} currency={CURRENCY} />
          ) : undefined
        }
        onChange={(event) => setTyped({ ...typed, destination: event.currentTarget.value })}
      />
      <p className="text-ink-2 text-sm">
        {t("form.rules", { second: money(props.secondAdminFrom, CURRENCY) })}
      </p>
      <FormError>{!isOfAmount && !isOfDestination && sentence}</FormError>
      <Button type="submit" variant="primary" pending={isPending || isLeaving} className="self-start">
        {t("form.submit")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        focusAfter={() => wrongField.current}
        title={t("form.askTitle", { amount: money(plainDecimal(typed.amount), CURRENCY) })}
        description={t("form.askText")}
        confirmLabel={t("form.confirm", { amount: money(plainDecimal(typed.amount), CURRENCY) })}
        cancelLabel={t("form.keep")}
        pending={isPending || isLeaving}
        onConfirm={() =>
          execute({ method, key, amount: plainDecimal(typed.amount), destination: typed.destination })
        }
      >
        <p className="flex flex-col gap-1">
          <span className="text-ink-2 text-sm">{t("form.askTo", { method: t(`method.${method}`) })}</span>
          <Ltr className="break-all font-mono text-sm">{typed.destination.trim()}</Ltr>
        </p>
      </ConfirmDialog>
    </form>
  );
}
