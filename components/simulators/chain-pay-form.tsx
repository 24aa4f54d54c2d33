"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { CHAIN_PAYMENTS } from "@/lib/domain/operations/schema";
import { SteeringOutcome, useSteering } from "./use-steering";

export interface PayableInvoice {
  number: number;
  address: string;
  amount: string;
  asset: "BTC" | "USDT";
}

const NOTHING: Omit<PayableInvoice, "number"> = { address: "", amount: "", asset: "USDT" };

/** A stranger's payment to an address: right, in two parts, of a false token, of dust. */
export function ChainPayForm({ invoices }: { invoices: PayableInvoice[] }) {
  const t = useTranslations("simulators.chain");
  const { press, isPending, outcome } = useSteering();
  const [target, setTarget] = useState<Omit<PayableInvoice, "number">>(invoices[0] ?? NOTHING);
  const [verb, setVerb] = useState<(typeof CHAIN_PAYMENTS)[number]>("pay");
  const { address, amount, asset } = target;
  const isPlain = verb === "pay";

  function pay(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const ticked = (name: string) => (given.get(name) === "on" ? ("on" as const) : undefined);
    const done = t("didPay");
    if (verb === "pay") {
      const [rbf, inTwo] = [ticked("rbf"), ticked("inTwo")];
      void press({ simulator: "chain", verb, address, amount, asset, rbf, inTwo }, done);
    } else if (verb === "dust") void press({ simulator: "chain", verb, address, asset }, done);
    else void press({ simulator: "chain", verb, address, amount }, done);
  }

  return (
    <Panel>
      <form onSubmit={pay} className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t("invoice")}
          onChange={(event) => setTarget(invoices[Number(event.target.value)] ?? NOTHING)}
          options={[
            ...invoices.map(({ number, amount: due, asset: of }, place) => ({
              value: String(place),
              label: t("invoiceOption", { number: String(number), amount: `${due} ${of}` }),
            })),
            { value: "none", label: t("noInvoice") },
          ]}
        />
        <Select
          label={t("how")}
          value={verb}
          onChange={(event) => setVerb(event.target.value as typeof verb)}
          options={CHAIN_PAYMENTS.map((value) => ({ value, label: t(`payments.${value}`) }))}
        />
        <TextField
          label={t("address")}
          value={address}
          onChange={(event) => setTarget({ ...target, address: event.target.value })}
          required
          minLength={10}
          dir="ltr"
          autoComplete="off"
        />
        <TextField
          label={t("amount")}
          value={amount}
          onChange={(event) => setTarget({ ...target, amount: event.target.value })}
          required={verb !== "dust"}
          pattern="\d{1,9}(\.\d{1,8})?"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
        />
        <Select
          label={t("asset")}
          value={asset}
          onChange={(event) => setTarget({ ...target, asset: event.target.value === "BTC" ? "BTC" : "USDT" })}
          options={[
            { value: "USDT", label: "USDT" },
            { value: "BTC", label: "BTC" },
          ]}
        />
        {isPlain && (
          <div>
            <Checkbox name="inTwo" label={t("inTwo")} />
            {asset === "BTC" && <Checkbox name="rbf" label={t("rbf")} />}
          </div>
        )}
        <div className="flex flex-col items-start gap-2 sm:col-span-2">
          <Button type="submit" pending={isPending}>
            {t("pay")}
          </Button>
          <SteeringOutcome outcome={outcome} />
        </div>
      </form>
    </Panel>
  );
}
