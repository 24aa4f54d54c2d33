"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { CHAIN_DOORS, CHAIN_FAULTS } from "@/lib/domain/operations/schema";
import type { ChainSnapshot } from "@/lib/domain/operations/types";
import { SteeringOutcome, useSteering } from "./use-steering";

const CHAINS = ["bitcoin", "tron"] as const;
const CALLS = 5;

/** Blocks of the simulated chains, and what goes wrong at the doors by which they are read. */
export function ChainPanel({ state, mayChange }: { state: ChainSnapshot; mayChange: boolean }) {
  const t = useTranslations("simulators.chain");
  const { press, isPending, outcome } = useSteering();
  const [scope, setScope] = useState<(typeof CHAIN_DOORS)[number] | "all">("all");
  const chains = CHAINS.map((value) => ({ value, label: t(`names.${value}`) }));

  function mine(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const n = Number(given.get("n"));
    const chain = String(given.get("chain")) as "bitcoin" | "tron" | "both";
    void press({ simulator: "chain", verb: "mine", n, chain }, t("didMine", { n }));
  }

  function reorganise(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const depth = Number(given.get("depth"));
    const chain = String(given.get("chain")) as "bitcoin" | "tron";
    const dropped = given.get("dropped") === "on" ? ("on" as const) : undefined;
    void press({ simulator: "chain", verb: "reorg", depth, chain, dropped }, t("didReorg", { n: depth }));
  }

  return (
    <Panel className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-3 text-sm sm:grid-cols-4" data-testid="chain-state">
        {CHAINS.map((name) => (
          <div key={name}>
            <dt className="text-ink-3">{t(`names.${name}`)}</dt>
            <dd>{t("height", { height: state[name].height, waiting: state[name].waiting })}</dd>
          </div>
        ))}
        <div>
          <dt className="text-ink-3">{t("blocks")}</dt>
          <dd>{t(state.isMining ? "byThemselves" : "byHand")}</dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("trouble")}</dt>
          <dd>
            {state.faults.length === 0 ? (
              <Badge tone="ok">{t("faults.none")}</Badge>
            ) : (
              state.faults.map(({ kind, scope: where }) => (
                <Ltr key={`${kind}-${where}`} className="me-2 text-warn">{`${kind} ${where ?? ""}`}</Ltr>
              ))
            )}
          </dd>
        </div>
      </dl>
      {mayChange && (
        <>
          <form onSubmit={mine} className="flex flex-wrap items-end gap-2">
            <TextField
              name="n"
              label={t("mine")}
              type="number"
              min={1}
              max={1000}
              defaultValue={1}
              dir="ltr"
            />
            <Select
              name="chain"
              label={t("on")}
              options={[{ value: "both", label: t("names.both") }, ...chains]}
            />
            <Button type="submit" variant="secondary" pending={isPending}>
              {t("mineNow")}
            </Button>
            <Button
              variant="secondary"
              pending={isPending}
              onClick={() =>
                press(
                  { simulator: "chain", verb: "autoMine", on: !state.isMining },
                  t(state.isMining ? "didStop" : "didStart"),
                )
              }
            >
              {t(state.isMining ? "stop" : "start")}
            </Button>
          </form>
          <form onSubmit={reorganise} className="flex flex-wrap items-end gap-2">
            <TextField
              name="depth"
              label={t("reorg")}
              type="number"
              min={1}
              max={100}
              defaultValue={1}
              dir="ltr"
            />
            <Select name="chain" label={t("of")} options={chains} />
            <Checkbox name="dropped" label={t("dropped")} />
            <Button type="submit" variant="secondary" pending={isPending}>
              {t("reorgNow")}
            </Button>
          </form>
          <fieldset className="flex flex-wrap items-end gap-2">
            <legend className="mb-2 font-medium text-sm">{t("doors", { count: CALLS })}</legend>
            <Select
              label={t("door")}
              value={scope}
              onChange={(event) => setScope(event.target.value as typeof scope)}
              options={["all" as const, ...CHAIN_DOORS].map((value) => ({
                value,
                label: t(`scopes.${value}`),
              }))}
            />
            {CHAIN_FAULTS.map((kind) => (
              <Button
                key={kind}
                variant="secondary"
                pending={isPending}
                onClick={() =>
                  press(
                    {
                      simulator: "chain",
                      verb: "faults",
                      kind,
                      scope,
                      calls: kind === "none" ? undefined : CALLS,
                    },
                    t("didFault", { what: t(`faults.${kind}`), door: t(`scopes.${scope}`) }),
                  )
                }
              >
                {t(`faults.${kind}`)}
              </Button>
            ))}
          </fieldset>
          <SteeringOutcome outcome={outcome} />
        </>
      )}
    </Panel>
  );
}
