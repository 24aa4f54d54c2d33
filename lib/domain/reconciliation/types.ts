import type { z } from "zod";
import type { FINDING_KINDS, sourceSchema, totalSchema } from "./schema";

export type FindingKind = (typeof FINDING_KINDS)[number];
export type RunSource = z.output<typeof sourceSchema>;
export type RunTotal = z.output<typeof totalSchema>;

export type RunStep = "ASKING_STRIPE" | "ASKING_MERCADOPAGO" | "ASKING_CHAIN" | "COMPARING" | "DONE";

/** One comparison; times are ISO strings in real time. */
export interface RunView {
  id: string;
  status: "RUNNING" | "COMPLETED" | "FAILED";
  step: RunStep;
  /** Null for the daily one. */
  requestedBy: { id: string; username: string } | null;
  startedAt: string;
  finishedAt: string | null;
  /** What the comparison took, without the gateways. */
  comparedMs: number | null;
  entryCount: number | null;
  movementCount: number | null;
  findingCount: number | null;
  newCount: number | null;
  healedCount: number | null;
  sources: RunSource[];
  totals: RunTotal[];
  lastError: string | null;
}

/** One place where the sides differ. Amounts are decimals in their own currency; times ISO. */
export interface FindingView {
  id: string;
  kind: FindingKind;
  subject: string;
  gateway: string | null;
  refType: "invoice" | "ledger-transaction" | "ledger-account" | "order" | null;
  refId: string | null;
  user: { id: string; username: string } | null;
  ourAmount: string | null;
  ourCurrency: string | null;
  theirAmount: string | null;
  theirCurrency: string | null;
  occurredAt: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  resolvedAt: string | null;
}
