import type { z } from "@hono/zod-openapi";
import type { Deps } from "@/lib/deps";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import type { CustomerScope, UserActor } from "@/lib/domain/kernel/actor";
import type { Result } from "@/lib/domain/kernel/result";
import type { Operation } from "./operation";
import type { InputError } from "./problem-answer";

/** What a handler works with: who asks by which key, and what for. */
export interface Call<P, Q, B> {
  deps: Deps;
  key: KeyContext;
  actor: UserActor;
  scope: CustomerScope;
  params: P;
  query: Q;
  body: B;
  /** Of the domain's command: the same for each repetition of this request. 8 to 100 characters. */
  idempotencyKey: string;
}

/** What only the handler could find wrong with the request. */
export interface Wrong {
  ok: false;
  wrong: readonly InputError[];
}

type Done<A> = Result<{ answer: A }> | Wrong;

/** An operation with what does it. Written as a method, so that a list may hold handlers of every operation. */
export interface Implementation {
  operation: Operation;
  handle(call: Call<unknown, unknown, unknown>): Promise<Done<unknown>>;
}

/** Joins an operation with its handler, whose answer is checked against the operation's schema by types. */
export function implement<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(
  operation: Operation<P, Q, B, A>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Done<z.input<A>>>,
): Implementation {
  return { operation, handle: handle as Implementation["handle"] };
}
