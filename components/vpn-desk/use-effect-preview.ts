import { useRef, useState } from "react";
import { type FormAnswer, type FormOutcome, readOutcome } from "@/components/identity/form-outcome";
import type { Refusal } from "@/lib/domain/kernel/result";
import { DECISIONS, type Decision } from "./decisions";

type Answer = Omit<FormAnswer, "data"> & { data?: { ok: true; lines: string[] } | Refusal };

interface EffectPreview {
  /** What the decision would do; null while it is worked out and when it is refused. */
  lines: readonly string[] | null;
  outcome: FormOutcome;
}

const UNREACHED = { serverError: { ok: false, reason: "unavailable", requestId: null } } as const;
const NOTHING: EffectPreview = { lines: null, outcome: readOutcome({}) };

/** Asks what a decision would do; an answer to an older question is thrown away. */
export function useEffectPreview(decision: Decision) {
  const [preview, setPreview] = useState(NOTHING);
  const asked = useRef(0);
  async function work(given: Record<string, FormDataEntryValue>) {
    asked.current += 1;
    const number = asked.current;
    setPreview(NOTHING);
    const answer: Answer = await DECISIONS[decision].preview(given).catch(() => UNREACHED);
    if (number !== asked.current) return;
    setPreview({ lines: answer.data?.ok ? answer.data.lines : null, outcome: readOutcome(answer) });
  }
  return { ...preview, work };
}
