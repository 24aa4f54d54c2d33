import type { EventKind, EventPayloads } from "@/lib/domain/kernel/events";
import type { WebhookData } from "./payloads";
import type { WebhookEvent } from "./types";

/** Something to tell, before it is known to whom. */
export interface WebhookFact<E extends WebhookEvent = WebhookEvent> {
  type: E;
  data: WebhookData<E>;
  /** The same fact has the same key, however often it is found. */
  sourceKey: string;
  /** What it is about; null where order does not matter. */
  orderingKey: string | null;
  /** Endpoints of the whole account hear of everything; those of a project of its own orders and of the account. */
  of: "account" | { projectId: string | null };
  isSandbox: boolean;
  at: Date;
  /** Of a message alone: what the other format needs. */
  push?: SmsPush;
}

export interface SmsPush {
  activationId: number;
  service: string;
  text: string;
  code: string;
  country: number;
  receivedAt: string;
}

/** An event of the outbox, as far as this module reads it. */
export interface SourceEvent<K extends EventKind = EventKind> {
  id: bigint;
  kind: K;
  userId: string | null;
  payload: EventPayloads[K];
  createdAt: Date;
}

/** Keeps type and data of a fact together. */
export function fact<E extends WebhookEvent>(value: WebhookFact<E>): WebhookFact {
  return value as WebhookFact;
}
