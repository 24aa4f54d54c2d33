import type { z } from "@hono/zod-openapi";
import type { Scope } from "@/lib/domain/api-keys/types";
import type { RefusalCode } from "@/lib/domain/kernel/errors";

export const TAGS = ["Account", "Catalogue", "Numbers", "Wallet", "VPN", "Projects", "Webhooks"] as const;
export type Tag = (typeof TAGS)[number];

/** A request that works, and what came back. Ids in it are made up; the test puts real ones in their place. */
export interface OperationExample {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  answer: Record<string, unknown>;
}

type Fields = z.ZodObject;

/** One operation of the API: the contract that handler, document, reference page, client and tests are made from. */
export interface Operation<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends Fields = Fields,
  A extends z.ZodType = z.ZodType,
> {
  /** "rentNumber": the operationId and the name in the client. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  /** Under /api/v1, parameters in braces. */
  path: `/${string}`;
  tag: Tag;
  summary: string;
  /** Paragraphs, plain text with `code` in backquotes. */
  description: string;
  /** What the key must be allowed; null: any key. */
  scope: Scope | null;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  /** Of success. */
  status: 200 | 201;
  /** It moves money: an Idempotency-Key makes it repeatable. */
  movesMoney?: boolean;
  /** It would touch real money or accounts: a sandbox key is refused. */
  needsLiveKey?: boolean;
  /** Beside those that every operation can give. */
  refusals: readonly RefusalCode[];
  example: OperationExample;
}

/** Keeps the exact types of the schemas, so that the handler is checked against them. */
export function operation<
  P extends Fields = z.ZodObject<Record<never, never>>,
  Q extends Fields = z.ZodObject<Record<never, never>>,
  B extends Fields = z.ZodObject<Record<never, never>>,
  A extends z.ZodType = z.ZodType,
>(definition: Operation<P, Q, B, A>): Operation<P, Q, B, A> {
  return definition;
}

const OF_EVERY_KEY = [
  "key_missing",
  "key_unknown",
  "key_revoked",
  "key_expired",
  "key_address_refused",
  "suspended",
  "rate_limited",
  "unavailable",
] as const;

/** Everything an operation can refuse: its own, and what follows from how it is asked. */
export function refusalsOf(definition: Operation): RefusalCode[] {
  const { scope, movesMoney, needsLiveKey, params, query, body, refusals } = definition;
  return [
    ...new Set<RefusalCode>([
      ...refusals,
      ...(params ? (["not_found"] as const) : []),
      ...(params || query || body ? (["invalid_input"] as const) : []),
      ...(body ? (["malformed_body", "body_too_large"] as const) : []),
      ...(movesMoney ? (["idempotency_running", "idempotency_mismatch"] as const) : []),
      ...(scope ? (["scope_missing"] as const) : []),
      ...(needsLiveKey ? (["live_key_needed"] as const) : []),
      ...OF_EVERY_KEY,
    ]),
  ];
}
