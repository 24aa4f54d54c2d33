"use client";

import { useEffect, useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { usePageReads } from "@/components/layout/use-page-reads";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { checkLedgerAction } from "@/lib/actions/wallet";

const LOOK_EVERY_MS = 2_000;

interface CheckNowProps {
  checkedAt: string | null;
  words: { now: string; running: string };
}

/** Asks the job for a round and looks until its answer is there. */
export function CheckNow({ checkedAt, words }: CheckNowProps) {
  const reads = usePageReads();
  const { formProps, outcome, isPending } = useActionForm(checkLedgerAction);
  const refusal = useRefusalSentence(outcome);
  const [waitsBeyond, setWaitsBeyond] = useState<string | null>(null);
  const isWaiting = outcome.done && waitsBeyond === (checkedAt ?? "");
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(reads.tick, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting, reads]);
  return (
    <form
      {...formProps}
      onSubmit={(event) => {
        setWaitsBeyond(checkedAt ?? "");
        formProps.onSubmit(event);
      }}
      className="flex flex-wrap items-center gap-3"
    >
      <Button type="submit" variant="secondary" pending={isPending || isWaiting}>
        {words.now}
      </Button>
      <span role="status" className="text-ink-2 text-sm empty:hidden">
        {isWaiting ? words.running : null}
      </span>
      <FormError>{refusal}</FormError>
    </form>
  );
}
