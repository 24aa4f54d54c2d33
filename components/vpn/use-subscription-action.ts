"use client";

import { useState } from "react";
import { v4 as newKey } from "uuid";
import { actionRefusal } from "@/components/numbers/action-refusal";
import type { Refusal } from "@/lib/domain/kernel/result";

/**
 * What every question about a subscription has in common: whether it is asked, why it was refused, and the key that makes a
 * double click one payment. Spread `callbacks` into the action.
 */
export function useSubscriptionAction() {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [key, setKey] = useState(() => newKey());
  const end = (answer: Refusal | null) => {
    setAsking(false);
    setRefusal(answer);
    setKey(newKey());
  };
  return {
    end,
    isAsking,
    setAsking,
    refusal,
    key,
    callbacks: {
      onSuccess: ({ data }: { data?: { ok: true } | Refusal }) => end(data && !data.ok ? data : null),
      onError: ({ error }: { error: { serverError?: Refusal; thrownError?: unknown } }) =>
        end(actionRefusal(error)),
    },
  };
}
