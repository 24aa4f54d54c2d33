import type { z } from "zod";
import type { PANEL_SIMULATORS, PAYMENT_SIMULATORS, steerSchema } from "./schema";

/** One job as its processes told of it; times are ISO strings in real time. */
export interface JobRunView {
  name: string;
  everyMs: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  durationMs: number | null;
  handled: number | null;
  runs: number;
  failures: number;
  lastError: string | null;
  lastErrorAt: string | null;
  isRunRequested: boolean;
  /** Since when nothing came of it, in seconds, beyond its interval; null while it keeps its times. */
  lateSeconds: number | null;
}

/** News that could not be told. */
export interface WaitingEventView {
  id: string;
  kind: string;
  subjectId: string | null;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  nextAttemptAt: string;
}

export interface OutboxState {
  /** Written and not yet told to everybody. */
  waiting: number;
  /** The age of the oldest of them, in seconds. */
  oldestSeconds: number;
  /** Tried so often that a person should look; the newest first. */
  failing: WaitingEventView[];
}

export interface LedgerCheckView {
  checkedAt: string;
  durationMs: number;
  problemCount: number;
}

/** What a process tells of one job since it last told. */
export interface JobRecord {
  name: string;
  everyMs: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  durationMs: number | null;
  handled: number | null;
  runs: number;
  failures: number;
  lastError: string | null;
  lastErrorAt: Date | null;
}

export type PaymentSimulator = (typeof PAYMENT_SIMULATORS)[number];
export type PanelSimulator = (typeof PANEL_SIMULATORS)[number];
export type SteerInput = z.output<typeof steerSchema>;

/** A simulated gateway as it stands. Times in ISO. */
export interface GatewaySnapshot {
  fault: string;
  delivery: string;
  /** Oldest first; status 0: nobody answered. */
  deliveries: { id: number; eventId: string; type: string; at: string; status: number; attempt: number }[];
  /** What was paid, newest first, with the running dispute of each. */
  payments: {
    id: string;
    reference: string | null;
    /** What was paid, a decimal of `currency`. */
    amount: string;
    currency: string;
    status: string;
    dispute: string | null;
  }[];
}

/** The simulated chains and prices as they stand. Amounts are decimals of the asset. */
export interface ChainSnapshot {
  isMining: boolean;
  bitcoin: { height: number; waiting: number };
  tron: { height: number; solid: number; waiting: number };
  payments: {
    txid: string;
    asset: string;
    what: string;
    amount: string;
    address: string;
    confirmations: number;
    isReplaceable: boolean;
  }[];
  prices: { source: string; asset: string; usd: string; isStale: boolean; isGarbage: boolean }[];
  faults: { kind: string; scope: string | null; calls: number | null }[];
}

/** A simulated VPN panel as it stands. */
export interface PanelSnapshot {
  slug: PanelSimulator;
  title: string;
  version: string;
  /** Those it can play, the usual one first. */
  versions: string[];
  behaviour: string;
  /** Calls that trouble is ordered for. */
  pendingBehaviours: number;
  /** What an admin types to connect it: its address, and its simulated credentials by their names. */
  url: string;
  credentials: Record<string, string>;
  /** Tags of the inbounds that it has; none where any tag does. */
  tags: string[];
  /** Of its accounts; not all of them are listed. */
  total: number;
  /** Newest first. Bytes are whole numbers as text; limit null: none; expiresAt in ISO, null: never. */
  accounts: {
    username: string;
    isActive: boolean;
    usedBytes: string;
    limitBytes: string | null;
    expiresAt: string | null;
  }[];
}
