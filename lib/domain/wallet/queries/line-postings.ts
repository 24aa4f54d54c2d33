import type { Db } from "@/lib/db/client";
import { postingWord } from "../postings";
import type { Posting } from "../types";

interface PostingRow {
  line_id: string;
  id: bigint;
  kind: string;
  event_at: Date;
  available_change: bigint;
  held_change: bigint;
  debt_change: bigint;
  available_after: bigint;
}

/**
 * The steps of lines, oldest first, by line id. A step that does not touch what is available (a capture) shows what
 * was available then: the balance before the next step that did.
 */
export async function listLinePostings(
  db: Db,
  userId: string,
  lineIds: string[],
): Promise<Map<string, Posting[]>> {
  const rows = await db.$queryRaw<PostingRow[]>`
    WITH steps AS (
      SELECT l.id AS line_id, l.currency, l.ledger_transaction_id AS first_id, t.id, t.kind, t.event_at
      FROM wallet_transactions l JOIN ledger_transactions t ON t.id = l.ledger_transaction_id
      WHERE l.id = ANY (${lineIds}::uuid[]) AND l.user_id = ${userId}::uuid
      UNION ALL
      SELECT l.id, l.currency, l.ledger_transaction_id, t.id, t.kind, t.event_at
      FROM wallet_transactions l JOIN ledger_transactions t ON t.hold_id = l.hold_id
      WHERE l.id = ANY (${lineIds}::uuid[]) AND l.user_id = ${userId}::uuid
    ), changes AS (
      SELECT s.line_id, s.currency, s.first_id, s.id, s.kind, s.event_at,
        coalesce(sum(e.amount) FILTER (WHERE a.kind = 'USER_AVAILABLE'), 0)::bigint AS available_change,
        coalesce(sum(e.amount) FILTER (WHERE a.kind = 'USER_HELD'), 0)::bigint AS held_change,
        coalesce(sum(e.amount) FILTER (WHERE a.kind = 'USER_DEBT'), 0)::bigint AS debt_change,
        max(e.balance_after) FILTER (WHERE a.kind = 'USER_AVAILABLE') AS available_after
      FROM steps s
      JOIN ledger_entries e ON e.transaction_id = s.id
      JOIN ledger_accounts a ON a.id = e.account_id AND a.user_id = ${userId}::uuid
      GROUP BY s.line_id, s.currency, s.first_id, s.id, s.kind, s.event_at
    )
    SELECT c.line_id::text, c.id, c.kind, c.event_at, c.available_change, c.held_change, c.debt_change,
      coalesce(c.available_after, (
        SELECT n.balance_after - n.amount FROM ledger_entries n
        WHERE n.account_id = a.id AND n.transaction_id > c.id AND n.account_version > coalesce((
          SELECT p.account_version FROM ledger_entries p WHERE p.transaction_id = c.first_id AND p.account_id = a.id), 0)
        ORDER BY n.account_version LIMIT 1), a.balance) AS available_after
    FROM changes c
    JOIN ledger_accounts a ON a.user_id = ${userId}::uuid AND a.code = 'available' AND a.currency = c.currency
    ORDER BY c.id`;
  const postings = new Map<string, Posting[]>(lineIds.map((id) => [id, []]));
  for (const row of rows) {
    postings.get(row.line_id)?.push({
      id: row.id.toString(),
      at: row.event_at.toISOString(),
      word: postingWord(row.kind),
      availableChangeMicros: row.available_change,
      heldChangeMicros: row.held_change,
      debtChangeMicros: row.debt_change,
      availableAfterMicros: row.available_after,
    });
  }
  return postings;
}
