import type { KernelDeps } from "@/lib/domain/kernel/deps";

type Deps = Pick<KernelDeps, "db">;

/** A request that may be repeated: whose and which operation, under which key, and what was asked (a hash). */
export interface RepeatableRequest {
  scope: string;
  key: string;
  requestHash: string;
}

export interface KeptAnswer {
  status: number;
  contentType: string;
  body: Uint8Array<ArrayBuffer>;
}

export type Claim =
  | { kind: "mine" }
  | { kind: "running" }
  | { kind: "mismatch" }
  | { kind: "answered"; answer: KeptAnswer };

/** A worker that has not been heard of for so long has died. */
const LEASE_SECONDS = 4;
/** How often a living worker has to say so. */
export const RENEW_EVERY_MS = 1_000;
const KEEP_HOURS = 48;
const BATCH = 1000;

/** Takes a request for this worker, or tells what became of it. One that a dead worker left is taken over. */
export async function claimRequest(
  { db }: Deps,
  { scope, key, requestHash }: RepeatableRequest,
  holder: string,
): Promise<Claim> {
  const taken = await db.$queryRaw<object[]>`
    INSERT INTO idempotent_answers AS kept (scope, key, request_hash, holder, held_until)
    VALUES (${scope}, ${key}, ${requestHash}, ${holder}::uuid, now() + make_interval(secs => ${LEASE_SECONDS}::int))
    ON CONFLICT (scope, key) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
      WHERE kept.status IS NULL AND kept.held_until < now() AND kept.request_hash = excluded.request_hash
    RETURNING 1`;
  if (taken.length > 0) return { kind: "mine" };
  const row = await db.idempotentAnswer.findUnique({ where: { scope_key: { scope, key } } });
  // Given up between the two statements: whoever asks again finds it free.
  if (!row) return { kind: "running" };
  if (row.requestHash !== requestHash) return { kind: "mismatch" };
  if (row.status === null || row.body === null) return { kind: "running" };
  return {
    kind: "answered",
    answer: { status: row.status, contentType: row.contentType ?? "application/json", body: row.body },
  };
}

/** Says that the worker still lives. */
export async function renewClaim({ db }: Deps, { scope, key }: RepeatableRequest, holder: string) {
  await db.$executeRaw`
    UPDATE idempotent_answers SET held_until = now() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE scope = ${scope} AND key = ${key} AND holder = ${holder}::uuid AND status IS NULL`;
}

/** Keeps the answer, unless another worker has taken the request over meanwhile. */
export async function keepAnswer(
  { db }: Deps,
  { scope, key }: RepeatableRequest,
  holder: string,
  { status, contentType, body }: KeptAnswer,
): Promise<void> {
  await db.idempotentAnswer.updateMany({
    where: { scope, key, holder, status: null },
    data: { status, contentType, body },
  });
}

/** Gives a request up whose answer was no answer (the shop was away): it may be asked again under the same key. */
export async function dropClaim({ db }: Deps, { scope, key }: RepeatableRequest, holder: string) {
  await db.idempotentAnswer.deleteMany({ where: { scope, key, holder, status: null } });
}

/** Forgets answers after two days. Returns how many were forgotten. */
export function removeOldAnswers({ db }: Deps): Promise<number> {
  return db.$executeRaw`
    DELETE FROM idempotent_answers WHERE (scope, key) IN (
      SELECT scope, key FROM idempotent_answers WHERE created_at < now() - make_interval(hours => ${KEEP_HOURS}::int)
      ORDER BY created_at LIMIT ${BATCH})`;
}
