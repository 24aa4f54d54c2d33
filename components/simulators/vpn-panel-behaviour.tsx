"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { PANEL_BEHAVIOURS } from "@/lib/domain/operations/schema";
import type { PanelSnapshot } from "@/lib/domain/operations/types";
import type { useSteering } from "./use-steering";

const COUNTS = [1, 3, 10] as const;
const UNTIL_STOPPED = "0";

export interface PanelSteeringProps extends Pick<ReturnType<typeof useSteering>, "press" | "isPending"> {
  state: PanelSnapshot;
}

/** How a simulated panel treats its next calls, and the version that it plays. */
export function VpnPanelBehaviour({ state, press, isPending }: PanelSteeringProps) {
  const t = useTranslations("simulators.panels");
  const { slug: simulator, title } = state;

  function behave(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const behaviour = PANEL_BEHAVIOURS.find((each) => each === given.get("behaviour")) ?? "answer";
    // What was ordered before would come first: plain answers take it all back.
    const count = behaviour === "answer" ? 0 : Number(given.get("count"));
    void press(
      { simulator, verb: "behaviour", behaviour, count: count || undefined },
      t("didBehave", { count, what: t(`behaviours.${behaviour}`) }),
    );
  }

  function play(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const version = String(new FormData(event.currentTarget).get("version"));
    void press({ simulator, verb: "version", version }, t("didPlay", { title, version }));
  }

  return (
    <>
      <form onSubmit={behave} className="flex flex-wrap items-end gap-2">
        <Select
          name="behaviour"
          label={t("callsAre")}
          options={PANEL_BEHAVIOURS.map((value) => ({ value, label: t(`behaviours.${value}`) }))}
        />
        <Select
          name="count"
          label={t("howMany")}
          options={[
            ...COUNTS.map((each) => ({ value: String(each), label: t("next", { count: each }) })),
            { value: UNTIL_STOPPED, label: t("untilStopped") },
          ]}
        />
        <Button type="submit" variant="secondary" pending={isPending}>
          {t("setBehaviour")}
        </Button>
      </form>
      <form onSubmit={play} className="flex flex-wrap items-end gap-2">
        <Select
          key={state.version}
          name="version"
          label={t("plays")}
          defaultValue={state.version}
          options={state.versions.map((value) => ({ value, label: value }))}
        />
        <Button type="submit" variant="secondary" pending={isPending}>
          {t("setVersion")}
        </Button>
      </form>
    </>
  );
}
