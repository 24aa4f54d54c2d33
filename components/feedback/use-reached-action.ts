"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState, useEffect, useState } from "react";

/** What a form is told when its words did not reach the shop: shaped like the answer of an action that failed. */
const UNREACHED = { serverError: { ok: false, reason: "unreachable", requestId: null } } as const;

/** The same where the page is older than the shop, which does not know the action any more. */
const OUTDATED = { serverError: { ok: false, reason: "page_outdated", requestId: null } } as const;

/** What the door said instead of the action, by its code: a body that is too large, or that cannot be read. */
const AT_THE_DOOR = ["body_too_large", "malformed_body", "cross_site", "unavailable"] as const;

function refusedAtDoor(error: unknown) {
  const reason = AT_THE_DOOR.find((code) => error instanceof Error && error.message === code);
  return reason && ({ serverError: { ok: false, reason, requestId: null } } as const);
}

/** A browser says a lost connection as a TypeError; whatever else is thrown is somebody else's to handle. */
function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError;
}

/**
 * A form's action that answers when the shop cannot be reached, where it would otherwise take the page with what was
 * typed down. Without scripts the form posts to the action itself.
 */
export function useReachedAction<Answer>(
  action: (previous: Awaited<Answer>, form: FormData) => Promise<Answer>,
  initial: Awaited<Answer>,
) {
  const [called, setCalled] = useState(() => action);
  // Only once scripts run: the server's markup of the form needs the action as it is.
  useEffect(() => {
    setCalled(() => async (previous: Awaited<Answer>, form: FormData) => {
      try {
        return await action(previous, form);
      } catch (error) {
        if (unstable_isUnrecognizedActionError(error)) return OUTDATED as Answer;
        const refused = refusedAtDoor(error);
        if (refused) return refused as Answer;
        if (!isLostConnection(error)) throw error;
        return UNREACHED as Answer;
      }
    });
  }, [action]);
  return useActionState<Answer, FormData>(called, initial);
}
