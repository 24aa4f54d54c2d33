"use client";

import { useAction } from "next-safe-action/hooks";
import { RefusalText } from "@/components/numbers/refusal-text";
import { Button } from "@/components/ui/button";
import { Ltr } from "@/components/ui/ltr";
import { testConnectionAction } from "@/lib/actions/billing";
import type { ConnectionName } from "@/lib/domain/billing/schema";

const UNAVAILABLE = { ok: false, reason: "unavailable" } as const;

interface ConnectionTestCallProps {
  name: ConnectionName;
  label: string;
  /** The label with whom it asks, for those who hear it alone. */
  spoken: string;
}

/** Asks it something harmless now and says what was heard. */
export function ConnectionTestCall({ name, label, spoken }: ConnectionTestCallProps) {
  const { execute, isPending, result, hasErrored } = useAction(testConnectionAction);
  const { data, serverError } = result;
  const refusal = data?.ok === false ? data : hasErrored ? (serverError ?? UNAVAILABLE) : null;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button variant="secondary" pending={isPending} aria-label={spoken} onClick={() => execute({ name })}>
        {label}
      </Button>
      <div role="status" className="min-w-0 text-sm">
        {!isPending && data?.ok && (
          <>
            <p className={data.isWell ? "text-ok" : "text-bad"}>{data.sentence}</p>
            {data.detail && <Ltr className="break-all font-mono text-xs">{data.detail}</Ltr>}
          </>
        )}
        {!isPending && refusal && (
          <p className="text-bad">
            <RefusalText refusal={refusal} currency="USD" />
          </p>
        )}
      </div>
    </div>
  );
}
