import type { RefusalCode } from "./errors";

export type Ok<T> = { ok: true } & T;

/** An expected refusal: the code is stable, the details are for the sentence that explains it. */
export type Refusal<C extends RefusalCode = RefusalCode> = {
  ok: false;
  reason: C;
  details?: Record<string, string | number | boolean>;
};

/** What a command returns when something may be refused. Surprises are thrown instead. */
export type Result<T extends object = object, C extends RefusalCode = RefusalCode> = Ok<T> | Refusal<C>;

export function ok(): Ok<object>;
export function ok<T extends object>(value: T): Ok<T>;
export function ok(value: object = {}): Ok<object> {
  return { ok: true, ...value };
}

export function refuse<C extends RefusalCode>(reason: C, details?: Refusal["details"]): Refusal<C> {
  return details ? { ok: false, reason, details } : { ok: false, reason };
}
