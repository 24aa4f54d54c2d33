"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Count } from "@/components/ui/count";
import { Panel } from "@/components/ui/panel";
import { controlSimulatorAction, type SimulatorSnapshot } from "@/lib/actions/simulators";
import { useRouter } from "@/lib/i18n/navigation";
import { useSteeringBoard } from "./steering-board";

const BEHAVIOURS = [
  "deliver",
  "dry",
  "late",
  "wrong-sender",
  "two",
  "silent",
  "code-at-cancel",
  "timeout",
  "lost-purchase",
  "error",
  "garbage",
  "slow",
  "overprice",
] as const;

const REFUSE_SECONDS = 30;

type Asking = "reset" | "die" | null;

/** What the upstream does with the next purchases, and the ways to break it. */
export function SimulatorControls({ state, mayChange }: { state: SimulatorSnapshot; mayChange: boolean }) {
  const t = useTranslations("simulators");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const { tell } = useSteeringBoard();
  const [asking, setAsking] = useState<Asking>(null);
  const { execute, isPending, hasErrored, result } = useAction(controlSimulatorAction, {
    onExecute: () => tell(null),
    onSettled() {
      setAsking(null);
      router.refresh();
    },
  });
  const refusal = result.serverError ?? (result.data && !result.data.ok ? result.data : null);
  return (
    <Panel className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-3 text-sm sm:grid-cols-4">
        <div>
          <dt className="text-ink-3">{t("behaviour")}</dt>
          <dd data-testid="behaviour">{t(`behaviours.${state.behaviour as (typeof BEHAVIOURS)[number]}`)}</dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("queued")}</dt>
          <dd>
            <Count of={state.pendingBehaviours} />
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("live")}</dt>
          <dd>
            <Count of={state.live} />
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">{t("balance")}</dt>
          <dd>
            <bdi dir="ltr">{state.balance}</bdi>
          </dd>
        </div>
      </dl>
      {mayChange && (
        <>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-2 font-medium text-sm">{t("next")}</legend>
            {BEHAVIOURS.map((behaviour) => (
              <Button
                key={behaviour}
                variant="secondary"
                pending={isPending}
                onClick={() => execute({ verb: "behaviour", behaviour, count: 1 })}
              >
                {t(`behaviours.${behaviour}`)}
              </Button>
            ))}
          </fieldset>
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-2 font-medium text-sm">{t("all")}</legend>
            {(["deliver", "dry", "silent"] as const).map((behaviour) => (
              <Button
                key={behaviour}
                variant="secondary"
                pending={isPending}
                aria-pressed={state.behaviour === behaviour}
                onClick={() => execute({ verb: "behaviour", behaviour })}
              >
                {t(`behaviours.${behaviour}`)}
              </Button>
            ))}
            <Button
              variant="secondary"
              pending={isPending}
              onClick={() => execute({ verb: "refuse", seconds: REFUSE_SECONDS })}
            >
              {t("refuse", { seconds: REFUSE_SECONDS })}
            </Button>
            <Button variant="danger" onClick={() => setAsking("reset")}>
              {t("reset")}
            </Button>
            <Button variant="danger" onClick={() => setAsking("die")}>
              {t("die")}
            </Button>
          </fieldset>
          <div role="alert" className="text-bad text-sm">
            {(refusal || hasErrored) && refusals("unavailable")}
          </div>
        </>
      )}
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={asking === "die" ? t("die") : t("reset")}
        description={asking === "die" ? t("dieText") : t("resetText")}
        confirmLabel={asking === "die" ? t("die") : t("reset")}
        cancelLabel={t("keep")}
        danger
        pending={isPending}
        onConfirm={() => asking && execute({ verb: asking })}
      />
    </Panel>
  );
}
