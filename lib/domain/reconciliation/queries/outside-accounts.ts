import { Prisma } from "@/lib/db/generated/client";
import { MAX_FINDINGS } from "../finding-row";

/**
 * Everything that moved an account of the outside has the customer's line, and moved as much as the line says. A hold
 * that is paid out has its line by the hold.
 */
export function compareOutsideAccounts(): Prisma.Sql {
  return Prisma.sql`
    WITH outside AS MATERIALIZED (
      SELECT a.id, a.currency, g.gateway FROM ledger_accounts a JOIN (VALUES ('ext:stripe', 'STRIPE'),
        ('ext:mercadopago', 'MERCADOPAGO'), ('ext:btc', 'CRYPTO'), ('ext:usdt', 'CRYPTO')) AS g (code, gateway) USING (code)
      WHERE a.kind = 'SYSTEM'),
    moved AS (
      SELECT e.transaction_id, o.gateway, o.currency, sum(e.amount) AS amount
      FROM ledger_entries e JOIN outside o ON o.id = e.account_id GROUP BY 1, 2, 3)
    SELECT CASE WHEN l.id IS NULL THEN 'ENTRY_WITHOUT_PAYMENT' ELSE 'AMOUNT_DIFFERS' END AS kind,
      'ledger:' || t.id AS subject, m.gateway, 'ledger-transaction' AS ref_type, t.id::text AS ref_id, l.user_id::text,
      (-m.amount / 1000000.0)::text AS our_amount, m.currency AS our_currency,
      (coalesce(l.amount_micros, 0) / 1000000.0)::text AS their_amount, m.currency AS their_currency,
      t.created_at AS occurred_at
    FROM moved m JOIN ledger_transactions t ON t.id = m.transaction_id
    LEFT JOIN wallet_transactions d ON d.ledger_transaction_id = t.id
    LEFT JOIN wallet_transactions h ON h.hold_id = t.hold_id
    CROSS JOIN LATERAL (SELECT coalesce(d.id, h.id) AS id, coalesce(d.user_id, h.user_id) AS user_id,
      CASE WHEN d.id IS NULL THEN h.amount_micros ELSE d.amount_micros END AS amount_micros) l
    WHERE l.id IS NULL OR -m.amount <> l.amount_micros
    LIMIT ${MAX_FINDINGS}`;
}
