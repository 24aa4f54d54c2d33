"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useRef, useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { topUpAction } from "@/lib/actions/wallet";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { fromAmountInput, toAmountInput } from "@/lib/format/amount-input";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { useMoney } from "./use-money";

const CHIPS = ["5.00", "10.00", "25.00", "50.00"];
const LIMITS = { least: "1.00", most: "10000.00" };
const CURRENCY = "USD";

/** Play money of the demo, beside the real ways of paying. `back` is where the person came from with too little money. */
export function TopUpForm({ back }: { back: string | null }) {
  const t = useTranslations("wallet.topUp");
  const money = useMoney();
  const router = useRouter();
  const locale = useLocale();
  const [typed, setTyped] = useState(() => toAmountInput("10.00", locale));
  const amount = fromAmountInput(typed, locale);
  const [key, setKey] = useState(() => newKey());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const micros = parseDecimal(amount);
  const { execute, isPending } = useAction(topUpAction, {
    onSuccess({ data }) {
      if (data && !data.ok) return setRefusal(data);
      setRefusal(null);
      setDone(amount);
      setKey(newKey());
      router.refresh();
    },
    onError({ error }) {
      setRefusal(error.validationErrors ? { ok: false, reason: "amount_invalid" } : actionRefusal(error));
      field.current?.focus();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setDone(null);
    if (micros === null || micros <= 0n) {
      setRefusal({ ok: false, reason: "amount_invalid" });
      field.current?.focus();
      return;
    }
    execute({ amount, key });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        {CHIPS.map((chip) => (
          <Button
            key={chip}
            type="button"
            variant="secondary"
            aria-pressed={parseDecimal(chip) === micros}
            onClick={() => setTyped(toAmountInput(chip, locale))}
          >
            {money(chip, CURRENCY)}
          </Button>
        ))}
      </div>
      <TextField
        ref={field}
        label={t("amount")}
        hint={t("hint", { least: money(LIMITS.least, CURRENCY), most: money(LIMITS.most, CURRENCY) })}
        inputMode="decimal"
        dir="ltr"
        className="max-w-60"
        value={typed}
        error={refusal ? <RefusalText refusal={refusal} currency={CURRENCY} /> : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" pending={isPending}>
          {micros !== null && micros > 0n
            ? t("submit", { amount: money(toDecimal(micros), CURRENCY) })
            : t("submitPlain")}
        </Button>
        <p role="status" className="text-ok text-sm">
          {done && t("done", { amount: money(done, CURRENCY) })}{" "}
          {done && back && (
            <Link href={back} className="underline">
              {t("back")}
            </Link>
          )}
        </p>
      </div>
    </form>
  );
}
