"use client";

import { startTransition } from "react";
import { BulkBar } from "@/components/data-table/bulk-bar";
import { useReachedAction } from "@/components/feedback/use-reached-action";
import { type FormAnswer, readOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { switchNumbersAction } from "@/lib/actions/stock";

interface SwitchBarProps {
  formId: string;
  words: { deactivate: string; reactivate: string; hint: string; done: string };
}

type Switch = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;

/** Takes the chosen numbers off the shelf, or puts them back. */
export function SwitchBar({ formId, words }: SwitchBarProps) {
  const [answer, submit, isPending] = useReachedAction(switchNumbersAction as unknown as Switch, {});
  const outcome = readOutcome(answer);
  const refusal = useRefusalSentence(outcome);
  const send = (isActive: "yes" | "no") => () => {
    const form = document.getElementById(formId);
    if (!form || isPending) return;
    const data = new FormData(form as HTMLFormElement);
    data.set("isActive", isActive);
    startTransition(() => submit(data));
  };
  return (
    <>
      <BulkBar formId={formId}>
        <Button variant="danger" pending={isPending} onClick={send("no")}>
          {words.deactivate}
        </Button>
        <Button variant="secondary" pending={isPending} onClick={send("yes")}>
          {words.reactivate}
        </Button>
        <span className="text-ink-2 text-xs">{words.hint}</span>
      </BulkBar>
      <p role="status" className="text-sm empty:hidden">
        {refusal ?? (outcome.done && !isPending ? words.done : null)}
      </p>
    </>
  );
}
