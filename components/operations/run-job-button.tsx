"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { requestJobRunAction } from "@/lib/actions/operations";

interface RunJobButtonProps {
  name: string;
  label: string;
  /** What is said once it was asked for. */
  asked: string;
}

/** Asks for a round of a job now; a process takes the wish within seconds. */
export function RunJobButton({ name, label, asked }: RunJobButtonProps) {
  const refusals = useTranslations("refusals");
  const { execute, isPending, hasErrored, result } = useAction(requestJobRunAction);
  const reason = result.serverError?.reason ?? (result.data?.ok === false ? result.data.reason : null);
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <Button variant="secondary" pending={isPending} onClick={() => execute({ name })}>
        {label}
      </Button>
      <span role="status" className="text-ink-2 text-xs">
        {result.data?.ok && asked}
        {(reason || hasErrored) && (
          <span className="text-bad">{refusals(reason === "not_found" ? "not_found" : "unavailable")}</span>
        )}
      </span>
    </span>
  );
}
