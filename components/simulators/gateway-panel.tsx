"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { DELIVERIES, GATEWAY_FAULTS } from "@/lib/domain/operations/schema";
import type { GatewaySnapshot } from "@/lib/domain/operations/types";
import { GatewayDeliveries } from "./gateway-deliveries";
import { GatewayPayments } from "./gateway-payments";
import { SteeringOutcome, useSteering } from "./use-steering";

const COUNTS = [1, 3, 10] as const;
const UNTIL_STOPPED = "0";

interface GatewayPanelProps {
  simulator: "stripe" | "mercadopago";
  state: GatewaySnapshot;
  mayChange: boolean;
}

/** How a simulated payment service delivers its events and answers its calls, and the ways to spoil both. */
export function GatewayPanel({ simulator, state, mayChange }: GatewayPanelProps) {
  const t = useTranslations("simulators.gateway");
  const { press, isPending, outcome } = useSteering();
  const [chosen, setChosen] = useState<string>("1");
  const count = chosen === UNTIL_STOPPED ? undefined : Number(chosen);
  const known = <T extends string>(names: readonly T[], name: string) => names.find((each) => each === name);
  const delivery = known(DELIVERIES, state.delivery);
  const fault = known(GATEWAY_FAULTS, state.fault);
  return (
    <Panel className="flex flex-col gap-4">
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm" data-testid={`${simulator}-state`}>
        <span>
          {t("events")}:{" "}
          <Badge tone={delivery === "normal" ? "ok" : "warn"}>
            {t(`deliveries.${delivery ?? "normal"}`)}
          </Badge>
        </span>
        <span>
          {t("calls")}:{" "}
          <Badge tone={fault === "none" ? "ok" : "warn"}>{t(`faults.${fault ?? "none"}`)}</Badge>
        </span>
      </p>
      {mayChange && (
        <>
          <Select
            label={t("howMany")}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={[
              ...COUNTS.map((each) => ({ value: String(each), label: t("next", { count: each }) })),
              { value: UNTIL_STOPPED, label: t("untilStopped") },
            ]}
            className="w-full max-w-60"
          />
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-2 font-medium text-sm">{t("eventsAre")}</legend>
            {DELIVERIES.map((each) => (
              <Button
                key={each}
                variant="secondary"
                pending={isPending}
                aria-pressed={state.delivery === each}
                onClick={() =>
                  press(
                    {
                      simulator,
                      verb: "delivery",
                      delivery: each,
                      count: each === "normal" ? undefined : count,
                    },
                    t("didEvents", { count: count ?? 0, what: t(`deliveries.${each}`) }),
                  )
                }
              >
                {t(`deliveries.${each}`)}
              </Button>
            ))}
          </fieldset>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-2 font-medium text-sm">{t("callsAre")}</legend>
            {GATEWAY_FAULTS.map((each) => (
              <Button
                key={each}
                variant="secondary"
                pending={isPending}
                aria-pressed={state.fault === each}
                onClick={() =>
                  press(
                    { simulator, verb: "fault", fault: each, count: each === "none" ? undefined : count },
                    t("didCalls", { count: count ?? 0, what: t(`faults.${each}`) }),
                  )
                }
              >
                {t(`faults.${each}`)}
              </Button>
            ))}
          </fieldset>
          <SteeringOutcome outcome={outcome} />
        </>
      )}
      <GatewayDeliveries simulator={simulator} deliveries={state.deliveries} mayChange={mayChange} />
      <GatewayPayments simulator={simulator} payments={state.payments} mayChange={mayChange} />
    </Panel>
  );
}
