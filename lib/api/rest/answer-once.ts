import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Deps } from "@/lib/deps";
import {
  claimRequest,
  dropClaim,
  type KeptAnswer,
  keepAnswer,
  RENEW_EVERY_MS,
  type RepeatableRequest,
  renewClaim,
} from "@/lib/domain/api-keys/commands/idempotent-answers";

/** How long a repetition waits for the first to be answered before it is told that it still runs. */
const PATIENCE_MS = 6_000;
const FIRST_LOOK_MS = 25;
const LATEST_LOOK_MS = 500;

const TRANSIENT = new Set([429, 500, 502, 503, 504]);

export type OnceAnswer =
  | { kind: "answered"; answer: KeptAnswer; isReplayed: boolean }
  | { kind: "running" }
  | { kind: "mismatch" };

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Keeps saying that this worker lives, until it is told to stop. */
function keepAlive(deps: Deps, request: RepeatableRequest, holder: string): () => void {
  const timer = setInterval(() => {
    renewClaim(deps, request, holder).catch((error) =>
      deps.log.warn({ err: error }, "a running request could not be renewed"),
    );
  }, RENEW_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Works a request once and answers each repetition with the same bytes. What was no answer (the shop was away) is not kept:
 * the repetition tries again, and the command's own key keeps it from happening twice. A process that died between its work
 * and its answer leaves the request to whoever asks next.
 */
export async function answerOnce(
  deps: Deps,
  request: RepeatableRequest,
  work: () => Promise<KeptAnswer>,
): Promise<OnceAnswer> {
  const holder = deps.ids.uuid();
  const until = performance.now() + PATIENCE_MS;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 2, LATEST_LOOK_MS)) {
    const claim = await claimRequest(deps, request, holder);
    if (claim.kind === "answered") return { ...claim, isReplayed: true };
    if (claim.kind === "mismatch") return claim;
    if (claim.kind === "mine") break;
    if (performance.now() + pause > until) return claim;
    await wait(pause);
  }
  const stop = keepAlive(deps, request, holder);
  try {
    const answer = await work();
    if (TRANSIENT.has(answer.status)) await dropClaim(deps, request, holder);
    else await keepAnswer(deps, request, holder, answer);
    return { kind: "answered", answer, isReplayed: false };
  } catch (error) {
    await dropClaim(deps, request, holder);
    throw error;
  } finally {
    stop();
  }
}
