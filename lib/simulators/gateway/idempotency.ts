import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

interface Kept {
  hash: string;
  answer: Promise<{ status: number; body: string; headers: Record<string, string> }> | null;
}

/** What the first call with a key answered, for a day (docs.stripe.com/idempotency). */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  find(key: string): Kept | undefined {
    return this.#kept.get(key);
  }
  keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
  }
  forget(key: string): void {
    this.#kept.delete(key);
  }
  clear(): void {
    this.#kept.clear();
  }
}

interface Replay {
  header: string;
  /** The answer to the same key with other parameters. */
  mismatch(): Response;
  /** Whether such an answer is replayed; others are as if never asked. */
  isKept(status: number): boolean;
}

/** Writes with a key are done once: later ones get the first answer, also while the first is still at work. */
export function onceByKey(keys: IdempotencyKeys, { header, mismatch, isKept }: Replay): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header(header);
    if (c.req.method !== "POST" || !key) return next();
    const body = await c.req.text();
    const hash = createHash("sha256").update(`${c.req.path}\n${body}`).digest("hex");
    const known = keys.find(key);
    if (known) {
      if (known.hash !== hash) return mismatch();
      const answer = await known.answer;
      if (answer) {
        return new Response(answer.body, {
          status: answer.status,
          headers: { ...answer.headers, "idempotent-replayed": "true" },
        });
      }
    }
    let done: (answer: Awaited<NonNullable<Kept["answer"]>>) => void = () => undefined;
    keys.keep(key, { hash, answer: new Promise((resolve) => (done = resolve)) });
    await next();
    const { status } = c.res;
    const text = await c.res.clone().text();
    done({
      status,
      body: text,
      headers: { "content-type": c.res.headers.get("content-type") ?? "text/plain" },
    });
    if (!isKept(status)) keys.forget(key);
  };
}
