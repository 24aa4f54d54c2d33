import { isDatabaseAway } from "@/lib/db/outage";
import type { Deps } from "@/lib/deps";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import { countKeyCall, takeKeyCall } from "../keys/calls";
import type { KeyDesk } from "../keys/desk";
import type { StatusDesk } from "../order-status/status-desk";
import { type Answer, fail, type Rendered, render } from "./answer";
import type { ReadParameter } from "./parameters";
import { type Action, actionNamed } from "./registry";

export interface Desks {
  keys: KeyDesk;
  statuses: StatusDesk;
}

/** Who calls, as the front door found out. */
export interface Caller {
  clientAddress: string | null;
  requestId: string;
}

export interface Answered extends Rendered {
  /** Seconds; said where coming again later helps. */
  retryAfter: number | null;
  userId: string | null;
}

interface Outcome {
  answer: Answer;
  retryAfter?: number;
}

/** Longer than any key. */
const MAX_KEY_LENGTH = 255;
const ANONYMOUS_LIMIT = "public.prices";

async function runKeyed(
  deps: Deps,
  { statuses }: Desks,
  { clientAddress, requestId }: Caller,
  { key, action, get }: { key: KeyContext; action: Action | null; get: ReadParameter },
): Promise<Outcome> {
  const { allowed, resetSeconds } = await takeKeyCall(deps, key);
  if (!allowed) return { answer: fail("RATE_LIMIT"), retryAfter: resetSeconds };
  if (!action) return { answer: fail("BAD_ACTION") };
  if (action.kind === "open") return { answer: await action.run({ deps, statuses, get, key }) };
  // The protocol knows no scopes: a key that may not do this is no key for it.
  if (action.scope !== null && !key.scopes.has(action.scope)) return { answer: fail("BAD_KEY") };
  const actor = { ...key.actor, door: "sms-activate", ipAddress: clientAddress, requestId } as const;
  return { answer: await action.run({ deps, statuses, get, key, actor }) };
}

/** Without a key only names are told, and each address so often. */
async function runOpen(
  deps: Deps,
  { statuses }: Desks,
  { clientAddress }: Caller,
  { action, get }: { action: Action; get: ReadParameter },
): Promise<Outcome> {
  if (action.kind !== "open") return { answer: fail("NO_KEY") };
  const verdict = await deps.rateLimits.take(ANONYMOUS_LIMIT, clientAddress ?? "unknown");
  if (!verdict.allowed) return { answer: fail("RATE_LIMIT"), retryAfter: verdict.retryAfterSeconds };
  return { answer: await action.run({ deps, statuses, get, key: null }) };
}

/** RATE_LIMIT is the one answer that is no 200 in SMS-Activate's mode: every client takes it for "come again later". */
function finish({ answer, retryAfter }: Outcome, key: KeyContext | null): Answered {
  const rendered = render(answer, key?.handlerErrors === "HTTP");
  const isLimit = answer.kind === "error" && answer.code === "RATE_LIMIT";
  return {
    ...rendered,
    status: isLimit ? 429 : rendered.status,
    retryAfter: retryAfter ?? null,
    userId: key?.userId ?? null,
  };
}

/** A fault in the words of the protocol: it has one for "the database does not answer". */
function faultOf(deps: Deps, error: unknown, requestId: string): Outcome {
  const isAway = isDatabaseAway(error);
  deps.log[isAway ? "warn" : "error"](
    { err: error, requestId },
    "a call of the SMS-Activate protocol failed",
  );
  return { answer: fail("ERROR_SQL"), retryAfter: 2 };
}

/** One call of the protocol, from its parameters to its bytes. Never throws. */
export async function answerCall(
  deps: Deps,
  desks: Desks,
  caller: Caller,
  get: ReadParameter,
): Promise<Answered> {
  const startedAt = performance.now();
  let key: KeyContext | null = null;
  let outcome: Outcome;
  try {
    const words = get("api_key");
    const action = actionNamed(get("action") ?? "");
    if (words === undefined) {
      outcome = action ? await runOpen(deps, desks, caller, { action, get }) : { answer: fail("NO_KEY") };
    } else {
      const verdict =
        words.length > MAX_KEY_LENGTH ? null : await desks.keys.find(words, caller.clientAddress);
      if (!verdict?.ok) {
        outcome = { answer: fail(verdict?.why === "suspended" ? "ACCOUNT_INACTIVE" : "BAD_KEY") };
      } else {
        key = verdict.key;
        outcome = await runKeyed(deps, desks, caller, { key, action, get });
      }
    }
  } catch (error) {
    outcome = faultOf(deps, error, caller.requestId);
  }
  const answered = finish(outcome, key);
  if (key) countKeyCall(deps, key.id, "sms-activate", answered.status, performance.now() - startedAt);
  return answered;
}
