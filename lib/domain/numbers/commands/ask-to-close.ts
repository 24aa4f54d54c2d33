import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import type { CancelAnswer, SimpleAnswer, SmsProvider, Unavailable } from "@/lib/domain/supply/ports";
import { getProviderTerms } from "@/lib/domain/supply/queries";
import type { ProviderTerms } from "@/lib/domain/supply/types";
import type { NumbersDeps } from "../ports";
import { answerWithin } from "./answer-within";
import type { LockedOrder } from "./lock-order";

export type ClosingAnswer = CancelAnswer | SimpleAnswer;

/** The adapter that speaks to this provider. */
export function upstreamOf(deps: NumbersDeps, terms: ProviderTerms): SmsProvider {
  return deps.smsProviders.forProvider({
    id: terms.id,
    kind: "SMS_ACTIVATE",
    baseUrl: terms.baseUrl,
    credentials: terms.credentials,
  });
}

const NOT_ASKED: Unavailable = { kind: "unavailable", error: "not asked now" };

/** Tells the supplier: finish when a code came, otherwise cancel. Never inside a transaction. */
export async function askToClose(
  deps: NumbersDeps,
  order: LockedOrder,
  withinMs: number,
): Promise<ClosingAnswer> {
  if (withinMs <= 0 || order.upstreamOrderId === null) return NOT_ASKED;
  const terms = await getProviderTerms(deps, order.providerId);
  const upstream = upstreamOf(deps, terms);
  const call: Promise<ClosingAnswer> = order.firstCodeAt
    ? upstream.finish(order.upstreamOrderId)
    : upstream.cancel(order.upstreamOrderId);
  const answer = await answerWithin(call, withinMs);
  if (answer.kind === "unavailable") await recordProviderFailure(deps, terms, answer.error);
  else await recordProviderOk(deps, terms.id);
  return answer;
}
