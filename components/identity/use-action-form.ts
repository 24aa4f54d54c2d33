"use client";

import { type FormEvent, type RefObject, startTransition, useEffect, useRef } from "react";
import { useReachedAction } from "@/components/feedback/use-reached-action";
import { type FormAnswer, type FormOutcome, readOutcome } from "./form-outcome";

/** Each action types its own earlier answer; a form only passes it back. */
type StateAction = (previous: never, form: never) => Promise<FormAnswer>;
type FormAction = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;

interface ActionForm {
  /** Spread onto the form. Without JavaScript the form posts itself and the page comes back with the same answer. */
  formProps: {
    ref: RefObject<HTMLFormElement | null>;
    action(form: FormData): void;
    onSubmit(event: FormEvent<HTMLFormElement>): void;
    noValidate: true;
  };
  outcome: FormOutcome;
  isPending: boolean;
}

/**
 * A form around a server action. What was typed stays when it is refused, and the focus goes to the first field that is
 * not right.
 */
export function useActionForm(action: StateAction): ActionForm {
  const [answer, submit, isPending] = useReachedAction(action as FormAction, {});
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer.serverError || answer.validationErrors || answer.data?.ok === false) {
      ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [answer]);
  return {
    formProps: {
      ref,
      action: submit,
      noValidate: true,
      onSubmit(event) {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (!isPending) startTransition(() => submit(form));
      },
    },
    outcome: readOutcome(answer),
    isPending,
  };
}
