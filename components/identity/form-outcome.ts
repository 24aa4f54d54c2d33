import type { Refusal } from "@/lib/domain/kernel/result";

/** What an action answers, as far as a form needs it. */
export interface FormAnswer {
  data?: { ok: true } | Refusal;
  serverError?: Refusal & { requestId: string | null };
  validationErrors?: { fieldErrors?: Record<string, string[] | undefined> };
}

export interface FormOutcome {
  done: boolean;
  refusal: Refusal | null;
  /** To quote, where something failed that nobody planned. */
  requestId: string | null;
  invalid: ReadonlySet<string>;
}

/** Reads an answer: done, refused, or which fields are not well formed. */
export function readOutcome({ data, serverError, validationErrors }: FormAnswer): FormOutcome {
  const refusal = serverError ?? (data && !data.ok ? data : null);
  const invalid = new Set(Object.keys(validationErrors?.fieldErrors ?? {}));
  const requestId = serverError?.reason === "unavailable" ? serverError.requestId : null;
  return { done: data?.ok === true, refusal, requestId, invalid };
}
