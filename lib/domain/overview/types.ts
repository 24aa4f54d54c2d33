import type { SupplierFault } from "@/lib/domain/supply/types";
/** What the overview can be asked to look at. */
export const RANGE_KEYS = ["today", "7", "30", "90", "custom"] as const;
export type RangeKey = (typeof RANGE_KEYS)[number];

/** Whole days (UTC, business time) as YYYY-MM-DD, both ends included, and as many before them to compare with. */
export interface OverviewRange {
  key: RangeKey;
  from: string;
  to: string;
  days: number;
  previousFrom: string;
  previousTo: string;
  /**
   * The range ends today, which is not over: then what came before is counted until this moment of its last day, so that
   * equal times are compared. Null: whole days.
   */
  previousUntil: string | null;
}

/** What came of activations, and what they brought. */
export interface OverviewSums {
  orders: number;
  withCode: number;
  completed: number;
  canceled: number;
  expired: number;
  failed: number;
  /** Paid by customers, less what was given back. */
  revenueMicros: bigint;
  refundedMicros: bigint;
  /** Revenue less what suppliers took, losses included. */
  marginMicros: bigint;
  /** From 0 to 1; null when nothing ended. */
  successRate: number | null;
  medianWaitSeconds: number | null;
}

export interface DaySums extends OverviewSums {
  /** YYYY-MM-DD, UTC. */
  day: string;
  newUsers: number;
}

export interface NamedSums extends OverviewSums {
  id: string;
  name: string;
}

export interface Overview {
  range: OverviewRange;
  current: OverviewSums & { newUsers: number };
  previous: OverviewSums & { newUsers: number };
  /** Every day of the range, also those without orders. */
  days: DaySums[];
  providers: NamedSums[];
  /** The most ordered. */
  services: NamedSums[];
  heldMicros: bigint;
  running: number;
  /** When the roll-ups were computed last. */
  countedAt: string | null;
}

/** Something that a person should look at; `href` is found by its kind. */
export type Attention =
  | { kind: "ledger_broken"; count: number }
  | { kind: "ledger_unchecked" }
  | { kind: "orders_overdue" | "money_alerts" | "disputes_running" | "withdrawals_open"; count: number }
  | {
      kind: "provider_failing" | "provider_paused";
      id: string;
      name: string;
      error: string;
      fault: SupplierFault | null;
    }
  | { kind: "provider_low_balance"; id: string; name: string; balanceMicros: bigint }
  | { kind: "job_late"; name: string; seconds: number }
  | { kind: "job_failing"; name: string; error: string }
  | { kind: "outbox_lag"; seconds: number; count: number }
  | { kind: "outbox_stuck"; count: number }
  | { kind: "policy_review" | "legal_unwritten"; count: number };
