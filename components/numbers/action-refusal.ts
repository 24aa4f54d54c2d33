import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { Refusal } from "@/lib/domain/kernel/result";

interface FailedAction {
  serverError?: Refusal;
  thrownError?: unknown;
}

/** Why an action gave no answer of its own: what the shop said, that this tab is of an older build, or that nothing came back. */
export function actionRefusal({ serverError, thrownError }: FailedAction): Refusal {
  if (serverError) return serverError;
  const isOlder = unstable_isUnrecognizedActionError(thrownError);
  return { ok: false, reason: isOlder ? "page_outdated" : "unavailable" };
}
