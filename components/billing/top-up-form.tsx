"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useId, useRef, useState } from "react";
import { v4 as newKey } from "uuid";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { TextField } from "@/components/ui/text-field";
import { useMoney } from "@/components/wallet/use-money";
import { startTopUpAction } from "@/lib/actions/billing";
import type { Refusal } from "@/lib/domain/kernel/result";
import { parseTyped, plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { typedDecimal } from "@/lib/format/typed-decimal";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ChargeLines } from "./charge-lines";
import type { OfferedMethod } from "./offered-method";
import { mayBePaid } from "./payable-amount";
import { keepReturnPath } from "./return-path";

const CHIPS = ["10.00", "25.00", "50.00", "100.00"];
const CURRENCY = "USD";

interface TopUpFormProps {
  methods: OfferedMethod[];
  /** What may still come in today, a decimal. */
  leftToday: string;
  amount: string;
  /** Where to go on after the payment: a path of this site, checked. */
  back: string | null;
}

/** How much, how, and what it costs; then to the place where it is paid. */
export function TopUpForm({ methods, leftToday, amount: first, back }: TopUpFormProps) {
  const t = useTranslations("billing");
  const money = useMoney();
  const router = useRouter();
  const group = useId();
  const locale = useLocale();
  const [amount, setAmount] = useState(typedDecimal(first, locale));
  const [name, setName] = useState((methods.find(({ isAway }) => !isAway) ?? methods[0])?.method);
  const [key, setKey] = useState(() => newKey());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const micros = parseTyped(amount);
  // "25." is still being typed.
  const isUnreadable = micros === null && amount.trim() !== "" && !/[.,٫]$/.test(amount);
  const method = methods.find((candidate) => candidate.method === name);
  const isAllSimulated = methods.every((candidate) => candidate.isSimulated);
  const shown: Refusal | null = refusal ?? (isUnreadable ? { ok: false, reason: "amount_invalid" } : null);
  const refused = (answer: Refusal) => {
    setRefusal(answer);
    // What was refused is over: the next try is another one.
    setKey(newKey());
    field.current?.focus();
  };
  const { execute, isPending } = useAction(startTopUpAction, {
    onSuccess({ data }) {
      if (!data) return;
      if (!data.ok) return refused(data);
      setLeaving(true);
      if (back) keepReturnPath(data.invoiceId, back);
      if (data.redirectUrl) window.location.assign(data.redirectUrl);
      else router.push(routes.invoice(data.invoiceId));
    },
    onError({ error }) {
      // Faults are named by the field that was sent, not by what it becomes.
      const fields: Record<string, string[] | undefined> = error.validationErrors?.fieldErrors ?? {};
      const wrong = fields.amount?.[0];
      refused(
        error.serverError ?? {
          ok: false,
          reason: wrong === "amount_too_fine" ? "amount_too_fine" : wrong ? "amount_invalid" : "unavailable",
        },
      );
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isPending || isLeaving || !method) return;
    if (micros === null || micros <= 0n) return refused({ ok: false, reason: "amount_invalid" });
    setRefusal(null);
    execute({ method: method.method, amount: plainDecimal(amount), key });
  }

  return (
    <form onSubmit={submit} className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]" noValidate>
      <Panel className="flex flex-col gap-6">
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2">
            {CHIPS.map((chip) => (
              <Button
                key={chip}
                variant="secondary"
                aria-pressed={chip === plainDecimal(amount)}
                onClick={() => setAmount(typedDecimal(chip, locale))}
              >
                {money(chip, CURRENCY)}
              </Button>
            ))}
          </div>
          <TextField
            ref={field}
            label={t("topUp.amount")}
            hint={
              <>
                {method &&
                  t("topUp.range", {
                    minimum: money(method.minimum, CURRENCY),
                    maximum: money(method.maximum, CURRENCY),
                  })}
                {". "}
                {t("topUp.today", { left: money(leftToday, CURRENCY) })}
              </>
            }
            inputMode="decimal"
            dir="ltr"
            className="max-w-60"
            value={amount}
            error={shown ? <RefusalText refusal={shown} currency={CURRENCY} /> : undefined}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium text-sm">{t("topUp.way")}</legend>
          {isAllSimulated && <p className="mb-1 text-ink-3 text-xs">{t("topUp.simulated")}</p>}
          <div className="grid gap-2">
            {methods.map((candidate) => (
              <label
                key={candidate.method}
                className="flex min-h-11 cursor-pointer items-start gap-3 rounded-panel border border-line bg-surface p-3 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:bg-sunken"
              >
                <input
                  type="radio"
                  name={group}
                  value={candidate.method}
                  disabled={candidate.isAway}
                  checked={candidate.method === name}
                  onChange={() => setName(candidate.method)}
                  className="mt-1 accent-(--accent)"
                />
                <span className="flex flex-col gap-0.5">
                  <span className="font-medium">{t(`method.${candidate.method}`)}</span>
                  <span className="text-ink-2 text-sm">{t(`methodText.${candidate.method}`)}</span>
                  {candidate.isAway && <span className="text-bad text-sm">{t("topUp.away")}</span>}
                  {candidate.isSimulated && !isAllSimulated && (
                    <span className="text-ink-3 text-xs">{t("topUp.simulated")}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </Panel>
      <Panel className="flex flex-col gap-4 lg:sticky lg:top-20">
        {method && micros !== null && mayBePaid(micros, method, leftToday) && (
          <ChargeLines method={method} amountMicros={micros} />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" pending={isPending || isLeaving}>
            {t("topUp.submit")}
          </Button>
          <p role="status" className="text-ink-2 text-sm">
            {(isPending || isLeaving) && t("topUp.starting")}
          </p>
        </div>
      </Panel>
    </form>
  );
}
