import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { AttemptError } from "./types";

export interface WebhookRequest {
  url: string;
  /** Stays the same over all tries. */
  messageId: string;
  body: string;
  /** In clear, newest first: all of them sign. */
  secrets: string[];
}

/** What a try brought. Nothing is thrown: a receiver that fails is an answer too. */
export interface WebhookOutcome {
  durationMs: number;
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string>;
  /** The beginning of what came back. */
  responseBody: string | null;
  isResponseCut: boolean;
  /** Null means that it was taken. */
  errorCode: AttemptError | null;
  retryAfterSeconds: number | null;
}

export interface WebhookSender {
  send(request: WebhookRequest): Promise<WebhookOutcome>;
  /** Whether such an address may be asked at all, before anything is resolved. */
  checkUrl(url: string): WebhookUrlVerdict;
}

export type WebhookUrlVerdict = { ok: true; url: string } | { ok: false; why: WebhookUrlProblem };
export type WebhookUrlProblem = "malformed" | "scheme" | "credentials" | "port" | "address";

export interface WebhooksDeps extends KernelDeps {
  webhooks: WebhookSender;
}
