"use client";

import { useEffect, useRef, useState } from "react";
import type { FormOutcome } from "@/components/identity/form-outcome";
import { actionRefusal } from "@/components/numbers/action-refusal";
import type { Refusal } from "@/lib/domain/kernel/result";

const NOTHING: FormOutcome = { done: false, refusal: null, requestId: null, invalid: new Set() };

interface Failed {
  serverError?: Refusal;
  thrownError?: unknown;
  validationErrors?: { fieldErrors?: Record<string, string[] | undefined> };
}

/**
 * What came of an action that is called with what was typed: done, refused, or which fields are not right. Spread
 * `callbacks` into useAction; the focus goes to the first field of `form` that is not right.
 */
export function useDeveloperAction<Done extends { ok: true }>(onDone?: (answer: Done) => void) {
  const [outcome, setOutcome] = useState<FormOutcome>(NOTHING);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (outcome.refusal || outcome.invalid.size > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [outcome]);
  return {
    outcome,
    form,
    callbacks: {
      onSuccess({ data }: { data?: Done | Refusal }) {
        if (!data) return;
        setOutcome(data.ok ? { ...NOTHING, done: true } : { ...NOTHING, refusal: data });
        if (data.ok) onDone?.(data);
      },
      onError({ error }: { error: Failed }) {
        const fields = error.validationErrors?.fieldErrors;
        setOutcome(
          fields
            ? { ...NOTHING, invalid: new Set(Object.keys(fields)) }
            : { ...NOTHING, refusal: actionRefusal(error) },
        );
      },
    },
  };
}
