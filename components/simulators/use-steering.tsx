"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useId } from "react";
import { steerSimulatorAction } from "@/lib/actions/simulators";
import { type Outcome, useSteeringBoard } from "./steering-board";

type Command = Parameters<typeof steerSimulatorAction>[0];

/** One press at a time, and what became of it in words, until any control of the page is used. */
export function useSteering() {
  const id = useId();
  const { last, tell } = useSteeringBoard();
  const { executeAsync, isPending } = useAction(steerSimulatorAction);
  const say = (outcome: Outcome) => tell({ by: id, outcome });
  async function press(command: Command, done: string): Promise<void> {
    tell(null);
    const result = await executeAsync(command).catch(() => undefined);
    if (result?.data?.ok) return say({ done });
    const refusal = result?.data ?? result?.serverError;
    const reason = result?.validationErrors ? "invalid_input" : "unavailable";
    say({ refusal: refusal && !refusal.ok ? refusal : { ok: false, reason } });
  }
  return { press, isPending, outcome: last?.by === id ? last.outcome : null };
}

/** What the last press did, or why it did nothing; a simulator's own word for it stands beside. */
export function SteeringOutcome({ outcome }: { outcome: Outcome | null }) {
  const refusals = useTranslations("refusals");
  const why = outcome && "refusal" in outcome ? outcome.refusal.details?.why : undefined;
  return (
    <p role="status" className="min-h-5 text-sm">
      {outcome && "done" in outcome && <span className="text-ok">{outcome.done}</span>}
      {outcome && "refusal" in outcome && (
        <span className="text-bad">
          {refusals(outcome.refusal.reason === "invalid_input" ? "invalid_input" : "unavailable")}{" "}
          {why !== undefined && <bdi dir="ltr">{String(why)}</bdi>}
        </span>
      )}
    </p>
  );
}
