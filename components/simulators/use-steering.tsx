"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { steerSimulatorAction } from "@/lib/actions/simulators";
import type { Refusal } from "@/lib/domain/kernel/result";

type Command = Parameters<typeof steerSimulatorAction>[0];

type Outcome = { done: string } | { refusal: Refusal } | null;

/** One press at a time, and what became of it in words. */
export function useSteering() {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { executeAsync, isPending } = useAction(steerSimulatorAction);
  async function press(command: Command, done: string): Promise<void> {
    setOutcome(null);
    const result = await executeAsync(command).catch(() => undefined);
    if (result?.data?.ok) return setOutcome({ done });
    const refusal = result?.data ?? result?.serverError;
    const reason = result?.validationErrors ? "invalid_input" : "unavailable";
    setOutcome({ refusal: refusal && !refusal.ok ? refusal : { ok: false, reason } });
  }
  return { press, isPending, outcome };
}

/** What the last press did, or why it did nothing; a simulator's own word for it stands beside. */
export function SteeringOutcome({ outcome }: { outcome: Outcome }) {
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
