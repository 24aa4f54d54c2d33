"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ChainSnapshot } from "@/lib/domain/operations/types";
import { SteeringOutcome, useSteering } from "./use-steering";

const SOURCES = ["both", "kraken", "mempool"] as const;

/** What the simulated exchanges say; a price at one of them alone sets them apart. */
export function RatesPanel({ prices, mayChange }: { prices: ChainSnapshot["prices"]; mayChange: boolean }) {
  const t = useTranslations("simulators.rates");
  const { press, isPending, outcome } = useSteering();

  function change(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const word = (name: string) => String(given.get(name) ?? "");
    const ticked = (name: string) => (given.get(name) === "on" ? ("on" as const) : undefined);
    void press(
      {
        simulator: "chain",
        verb: "price",
        asset: word("asset") === "BTC" ? "BTC" : "USDT",
        source: SOURCES.find((source) => source === word("source")) ?? "both",
        usd: word("usd"),
        stale: ticked("stale"),
        garbage: ticked("garbage"),
      },
      t("did"),
    );
  }

  return (
    <Panel className="flex flex-col gap-4">
      <dl className="grid gap-3 text-sm sm:grid-cols-3" data-testid="prices">
        {prices.map(({ source, asset, usd, isStale, isGarbage }) => (
          <div key={`${source}-${asset}`}>
            <dt className="text-ink-3">
              <Ltr>{`${asset} · ${source}`}</Ltr>
            </dt>
            <dd className="flex flex-wrap gap-2">
              <Ltr className="tabular-nums">{t("quote", { price: usd })}</Ltr>
              {isStale && <Badge tone="warn">{t("stale")}</Badge>}
              {isGarbage && <Badge tone="warn">{t("garbage")}</Badge>}
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && (
        <form onSubmit={change} className="flex flex-col gap-3">
          <div className="flex flex-wrap items-end gap-2">
            <Select
              name="asset"
              label={t("asset")}
              options={[
                { value: "BTC", label: "BTC" },
                { value: "USDT", label: "USDT" },
              ]}
            />
            <Select
              name="source"
              label={t("source")}
              options={SOURCES.map((value) => ({ value, label: value === "both" ? t("both") : value }))}
            />
            <TextField
              name="usd"
              label={t("usd")}
              hint={t("usdHint")}
              pattern="\d{1,9}(\.\d{1,8})?"
              inputMode="decimal"
              dir="ltr"
              autoComplete="off"
            />
          </div>
          <Checkbox name="stale" label={t("makeStale")} />
          <Checkbox name="garbage" label={t("makeGarbage")} />
          <Button type="submit" variant="secondary" pending={isPending} className="sm:self-start">
            {t("set")}
          </Button>
          <SteeringOutcome outcome={outcome} />
        </form>
      )}
    </Panel>
  );
}
