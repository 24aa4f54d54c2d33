import { Prisma } from "@/lib/db/generated/client";
import { MAX_FINDINGS } from "../finding-row";

/** Each account's cached balance and count are those of its entries, without a gap between them. */
export function compareBalances(): Prisma.Sql {
  return Prisma.sql`
    WITH summed AS (
      SELECT account_id, sum(amount) AS total, count(*) AS n, count(account_version) AS versions,
        min(account_version) AS first, max(account_version) AS last
      FROM ledger_entries GROUP BY account_id)
    SELECT 'WALLET_DIFFERS' AS kind, 'account:' || a.id AS subject, NULL AS gateway, 'ledger-account' AS ref_type,
      a.id::text AS ref_id, a.user_id::text, (a.balance / 1000000.0)::text AS our_amount, a.currency AS our_currency,
      (coalesce(s.total, 0) / 1000000.0)::text AS their_amount, a.currency AS their_currency, NULL::timestamptz AS occurred_at
    FROM ledger_accounts a LEFT JOIN summed s ON s.account_id = a.id
    WHERE a.is_cached AND (a.balance <> coalesce(s.total, 0) OR a.version <> coalesce(s.n, 0)
      OR (s.n IS NOT NULL AND (s.versions <> s.n OR s.first <> 1 OR s.last <> s.n)))
    LIMIT ${MAX_FINDINGS}`;
}

/**
 * Each transaction has two entries at least and is nothing in sum, in every currency. One pass over all entries; where
 * the ledger has one currency alone, grouping by it as well would cost a third more and say the same. Transactions
 * without entries are looked for only where their number says that there are some.
 */
export function compareTransactions({ hasOneCurrency }: { hasOneCurrency: boolean }): Prisma.Sql {
  const group = hasOneCurrency ? Prisma.sql`transaction_id` : Prisma.sql`transaction_id, currency`;
  const number = hasOneCurrency ? Prisma.sql`count(*)` : Prisma.sql`count(DISTINCT transaction_id)`;
  return Prisma.sql`
    WITH sums AS (
      SELECT transaction_id, sum(amount) AS total, count(*) AS n FROM ledger_entries GROUP BY ${group}),
    tally AS MATERIALIZED (
      SELECT ${number} AS posted, array_agg(transaction_id) FILTER (WHERE total <> 0 OR n < 2) AS off FROM sums),
    off AS (
      SELECT e.transaction_id, e.currency, sum(e.amount) AS total FROM ledger_entries e
      WHERE e.transaction_id IN (SELECT unnest(t.off[1:${MAX_FINDINGS}::int]) FROM tally t)
      GROUP BY 1, 2 HAVING sum(e.amount) <> 0 OR count(*) < 2)
    SELECT 'LEDGER_UNBALANCED' AS kind, 'transaction:' || t.id || ':' || o.currency AS subject, NULL AS gateway,
      'ledger-transaction' AS ref_type, t.id::text AS ref_id, NULL AS user_id, (o.total / 1000000.0)::text AS our_amount,
      o.currency AS our_currency, '0' AS their_amount, o.currency AS their_currency, t.created_at AS occurred_at
    FROM off o JOIN ledger_transactions t ON t.id = o.transaction_id
    UNION ALL
    SELECT 'LEDGER_UNBALANCED', 'transaction:' || t.id || ':empty', NULL, 'ledger-transaction', t.id::text, NULL, '0', 'USD',
      '0', 'USD', t.created_at
    FROM ledger_transactions t
    WHERE (SELECT posted FROM tally) < (SELECT count(*) FROM ledger_transactions)
      AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.transaction_id = t.id)
    LIMIT ${MAX_FINDINGS}`;
}

/** A customer's money is what their completed lines say; what is held is what is on hold. */
export function compareWallets(): Prisma.Sql {
  return Prisma.sql`
    WITH money AS (
      SELECT user_id, currency, sum(balance) AS total, sum(balance) FILTER (WHERE kind = 'USER_HELD') AS held
      FROM ledger_accounts WHERE user_id IS NOT NULL GROUP BY user_id, currency),
    lines AS (
      SELECT user_id, currency, sum(amount_micros) AS total FROM wallet_transactions WHERE status = 'COMPLETED'
      GROUP BY user_id, currency),
    pending AS (
      SELECT user_id, currency, sum(amount_micros) AS total FROM holds WHERE status = 'PENDING' GROUP BY user_id, currency)
    SELECT 'WALLET_DIFFERS' AS kind, 'lines:' || m.user_id || ':' || m.currency AS subject, NULL AS gateway,
      NULL AS ref_type, NULL AS ref_id, m.user_id::text, (m.total / 1000000.0)::text AS our_amount, m.currency AS our_currency,
      (coalesce(l.total, 0) / 1000000.0)::text AS their_amount, m.currency AS their_currency, NULL::timestamptz AS occurred_at
    FROM money m LEFT JOIN lines l USING (user_id, currency) WHERE m.total <> coalesce(l.total, 0)
    UNION ALL
    SELECT 'WALLET_DIFFERS', 'held:' || m.user_id || ':' || m.currency, NULL, NULL, NULL, m.user_id::text,
      (coalesce(m.held, 0) / 1000000.0)::text, m.currency, (coalesce(p.total, 0) / 1000000.0)::text, m.currency, NULL
    FROM money m LEFT JOIN pending p USING (user_id, currency) WHERE coalesce(m.held, 0) <> coalesce(p.total, 0)
    LIMIT ${MAX_FINDINGS}`;
}

/** Money on hold has somebody who will resolve it: an order, a withdrawal or a refund that is not over. */
export function compareHolds(graceSeconds: number): Prisma.Sql {
  return Prisma.sql`
    WITH waiting AS (
      SELECT h.*, CASE WHEN h.owner_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN h.owner_id::uuid END AS owner
      FROM holds h WHERE h.status = 'PENDING' AND h.created_at < now() - make_interval(secs => ${graceSeconds}::int))
    SELECT 'HOLD_WITHOUT_OWNER' AS kind, 'hold:' || w.id AS subject, NULL AS gateway, 'ledger-transaction' AS ref_type,
      w.placed_by_tx_id::text AS ref_id, w.user_id::text, (w.amount_micros / 1000000.0)::text AS our_amount,
      w.currency AS our_currency, NULL AS their_amount, NULL AS their_currency, w.created_at AS occurred_at
    FROM waiting w WHERE NOT CASE w.owner_type
      WHEN 'order' THEN EXISTS (SELECT 1 FROM orders o WHERE o.id = w.owner AND o.status IN ('PENDING', 'ACTIVE'))
      WHEN 'withdrawal' THEN EXISTS (SELECT 1 FROM withdrawals x WHERE x.id = w.owner AND x.status IN ('REQUESTED', 'APPROVED'))
      WHEN 'refund' THEN EXISTS (SELECT 1 FROM payment_refunds r WHERE r.id = w.owner AND r.status = 'PENDING')
      ELSE true END
    LIMIT ${MAX_FINDINGS}`;
}
