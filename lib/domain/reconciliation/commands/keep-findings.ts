import type { Tx } from "@/lib/db/client";
import { endAlert, raiseAlert } from "@/lib/domain/billing/commands/raise-alert";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { FindingRow } from "../finding-row";
import { FINDING_KINDS } from "../schema";

export interface Kept {
  found: number;
  /** Not seen by the comparison before. */
  fresh: number;
  healed: number;
}

/**
 * Writes what a comparison found: what was known stays with its age, what is not seen any more is healed. One alert for
 * each kind that is open; it ends with the last finding of its kind.
 */
export async function keepFindings(
  deps: Pick<KernelDeps, "ids">,
  tx: Tx,
  findings: readonly FindingRow[],
  seenAt: Date,
): Promise<Kept> {
  const rows = new Map(
    findings.map((row) => [`${row.kind}:${row.subject}`, { ...row, id: deps.ids.uuid() }]),
  );
  const told = JSON.stringify([...rows.values()]);
  const kept = await tx.$queryRaw<{ fresh: boolean }[]>`
    INSERT INTO reconciliation_findings AS known (id, kind, subject, gateway, ref_type, ref_id, user_id, our_amount,
      our_currency, their_amount, their_currency, occurred_at, first_seen_at, last_seen_at)
    SELECT id, kind::"FindingKind", subject, gateway::"Gateway", ref_type, ref_id, user_id, our_amount, our_currency,
      their_amount, their_currency, occurred_at, ${seenAt}, ${seenAt}
    FROM jsonb_to_recordset(${told}::jsonb) AS told (id uuid, kind text, subject text, gateway text, ref_type text,
      ref_id text, user_id uuid, our_amount numeric, our_currency text, their_amount numeric, their_currency text,
      occurred_at timestamptz)
    ON CONFLICT (kind, subject) DO UPDATE SET gateway = excluded.gateway, ref_type = excluded.ref_type,
      ref_id = excluded.ref_id, user_id = excluded.user_id, our_amount = excluded.our_amount,
      our_currency = excluded.our_currency, their_amount = excluded.their_amount,
      their_currency = excluded.their_currency, occurred_at = excluded.occurred_at, last_seen_at = excluded.last_seen_at,
      first_seen_at = CASE WHEN known.resolved_at IS NULL THEN known.first_seen_at ELSE excluded.first_seen_at END,
      resolved_at = NULL
    RETURNING first_seen_at = ${seenAt} AS fresh`;
  const healed = await tx.$executeRaw`
    UPDATE reconciliation_findings SET resolved_at = ${seenAt} WHERE resolved_at IS NULL AND last_seen_at < ${seenAt}`;
  for (const kind of FINDING_KINDS) {
    const key = `reconciliation:${kind}`;
    const count = [...rows.values()].filter((row) => row.kind === kind).length;
    if (count === 0) await endAlert({ db: tx }, key);
    else {
      await raiseAlert(
        { db: tx, ids: deps.ids },
        {
          key,
          kind: "books_differ",
          level: "CRITICAL",
          ref: { type: "reconciliation", id: kind },
          details: { what: kind, count },
        },
      );
    }
  }
  return { found: rows.size, fresh: kept.filter(({ fresh }) => fresh).length, healed };
}
