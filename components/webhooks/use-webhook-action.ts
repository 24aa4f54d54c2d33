"use client";

import { useState } from "react";
import { actionRefusal } from "@/components/numbers/action-refusal";
import type { Refusal } from "@/lib/domain/kernel/result";

/** What every question about an endpoint has in common: whether it is asked and why it was refused. */
export function useWebhookAction<Answer extends object = object>(onDone?: (answer: Answer) => void) {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const end = (answer: Refusal | null) => {
    setAsking(false);
    setRefusal(answer);
  };
  return {
    isAsking,
    setAsking,
    refusal,
    setRefusal,
    callbacks: {
      onSuccess({ data }: { data?: (Answer & { ok: true }) | Refusal }) {
        end(data && !data.ok ? (data as Refusal) : null);
        if (data?.ok) onDone?.(data as Answer);
      },
      onError: ({
        error,
      }: {
        error: { serverError?: Refusal; thrownError?: unknown; validationErrors?: unknown };
      }) => end(error.validationErrors ? { ok: false, reason: "invalid_input" } : actionRefusal(error)),
    },
  };
}
