import type { Db } from "@/lib/db/client";

/**
 * What was available after each line, in micro-units, by line id: the sum of all that this line and the ones before it
 * did. What a hold gives back later counts to the line that placed it, so the column adds up in the order of the lines.
 */
export async function listRunningBalances(
  db: Db,
  userId: string,
  lineIds: string[],
): Promise<Map<string, bigint>> {
  const rows = await db.$queryRaw<{ line_id: string; balance: bigint }[]>`
    WITH account AS (
      SELECT id, currency FROM ledger_accounts WHERE user_id = ${userId}::uuid AND code = 'available'
    ), places AS (
      SELECT l.id AS line_id, a.id AS account_id, coalesce(
        (SELECT max(e.account_version) FROM ledger_entries e
          WHERE e.account_id = a.id AND e.transaction_id = l.ledger_transaction_id),
        (SELECT max(e.account_version) FROM ledger_entries e
          WHERE e.account_id = a.id AND e.transaction_id < l.ledger_transaction_id), 0) AS version
      FROM wallet_transactions l JOIN account a ON a.currency = l.currency
      WHERE l.id = ANY (${lineIds}::uuid[]) AND l.user_id = ${userId}::uuid AND l.ledger_transaction_id IS NOT NULL
    ), later AS (
      SELECT e.account_id, e.account_version AS version, e.amount, (
        SELECT max(f.account_version) FROM ledger_entries f
        WHERE f.account_id = e.account_id AND f.transaction_id = h.ledger_transaction_id) AS placed
      FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id AND t.hold_id IS NOT NULL
      JOIN wallet_transactions h ON h.hold_id = t.hold_id AND h.ledger_transaction_id <> t.id
      WHERE e.account_id IN (SELECT account_id FROM places)
        AND e.account_version > (SELECT min(p.version) FROM places p WHERE p.account_id = e.account_id)
        AND NOT EXISTS (SELECT 1 FROM wallet_transactions o WHERE o.ledger_transaction_id = t.id)
    )
    SELECT p.line_id::text, (coalesce((
        SELECT e.balance_after FROM ledger_entries e
        WHERE e.account_id = p.account_id AND e.account_version = p.version ORDER BY e.id DESC LIMIT 1), 0)
      + coalesce((
        SELECT sum(b.amount) FROM later b
        WHERE b.account_id = p.account_id AND b.version > p.version AND b.placed <= p.version), 0))::bigint AS balance
    FROM places p`;
  return new Map(rows.map(({ line_id, balance }) => [line_id, balance]));
}
