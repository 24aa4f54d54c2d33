import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { EventKind } from "@/lib/domain/kernel/events";

/** What can be wrong with money; each has its sentence (namespace "money", key "alerts.kinds.<kind>"). */
export type AlertKind =
  | "gateway_down"
  | "payment_differs"
  | "payment_unknown"
  | "dispute_opened"
  | "refund_failed"
  | "event_stuck"
  | "late_payment"
  | "stray_payment"
  | "reorganised_after_credit"
  | "chain_unreachable"
  | "rates_unavailable"
  | "never_confirmed"
  | "books_differ";

interface Alert {
  /** Of the fact: told once however often it is seen. */
  key: string;
  kind: AlertKind;
  level: "NOTICE" | "WARNING" | "CRITICAL";
  ref?: { type: string; id: string };
  details?: Record<string, string | number | null>;
}

/**
 * Tells staff of something about money. Seen again after it was ended, it is open again. The event is written by the
 * same statement, and only when the alert was not open before.
 */
export async function raiseAlert(deps: { db: Db | Tx; ids: KernelDeps["ids"] }, alert: Alert): Promise<void> {
  const details: Prisma.InputJsonObject = { ...alert.details };
  const kind: EventKind = "alert.raised";
  await deps.db.$executeRaw`
    WITH before AS (SELECT 1 FROM money_alerts WHERE key = ${alert.key} AND resolved_at IS NULL),
    raised AS (
      INSERT INTO money_alerts (id, key, kind, level, ref_type, ref_id, details)
      VALUES (${deps.ids.uuid()}::uuid, ${alert.key}, ${alert.kind}, ${alert.level}::"AlertLevel",
        ${alert.ref?.type ?? null}, ${alert.ref?.id ?? null}, ${JSON.stringify(details)}::jsonb)
      ON CONFLICT (key) DO UPDATE SET last_seen_at = app_now(), details = EXCLUDED.details, resolved_at = NULL,
        resolved_by_id = NULL
      RETURNING id)
    INSERT INTO outbox_events (kind, subject_id, payload)
    SELECT ${kind}, raised.id::text, jsonb_build_object('alertId', raised.id)
    FROM raised WHERE NOT EXISTS (SELECT 1 FROM before)`;
}

/** Ends an alert by itself: what it told of is over. */
export async function endAlert(deps: { db: Db | Tx }, key: string): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE money_alerts SET resolved_at = app_now() WHERE key = ${key} AND resolved_at IS NULL`;
}
