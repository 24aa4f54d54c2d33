import { Prisma } from "@/lib/db/generated/client";

/** One row an account of the outside; micro-units and whole units as text. */
export interface TotalRow {
  account: string;
  gateway: "STRIPE" | "MERCADOPAGO" | "CRYPTO";
  their_currency: string | null;
  their_amount: string;
  their_count: number;
  row_amount: string;
  row_count: number;
  waiting_amount: string;
  lines_amount: string;
  ledger_amount: string;
}

/**
 * The sums of each account: the gateway's books and our rows over the stretch that it told, in its currency; the
 * customers' lines and the ledger over all time, in USD. Money in is positive.
 */
export function sumOutsideAccounts(): Prisma.Sql {
  return Prisma.sql`
    WITH outside (account, gateway, asset) AS (VALUES ('ext:stripe', 'STRIPE', NULL), ('ext:mercadopago', 'MERCADOPAGO', NULL),
      ('ext:btc', 'CRYPTO', 'BTC'), ('ext:usdt', 'CRYPTO', 'USDT')),
    theirs AS (
      SELECT m.gateway::text, CASE WHEN m.gateway = 'CRYPTO' THEN m.currency END AS asset, m.currency,
        sum(CASE WHEN m.kind IN ('RECEIPT', 'REFUND_REVERSED', 'DISPUTE_REINSTATED') THEN m.amount ELSE -m.amount END) AS amount,
        count(*) AS n
      FROM gateway_movements m GROUP BY 1, 2, 3),
    received AS (
      SELECT p.gateway::text, CASE WHEN p.gateway = 'CRYPTO' THEN i.charge_currency END AS asset,
        sum(CASE WHEN p.gateway = 'CRYPTO' THEN p.amount_asset
          ELSE (p.credited_micros - p.refunded_micros - p.disputed_micros) * i.charge_amount / i.amount_micros END) AS amount,
        count(*) AS n
      FROM payments p JOIN invoices i ON i.id = p.invoice_id
      LEFT JOIN gateway_cursors c ON c.gateway = p.gateway
      WHERE p.settled_at IS NOT NULL AND CASE WHEN p.gateway = 'CRYPTO'
        THEN EXISTS (SELECT 1 FROM reconciled_addresses a WHERE a.invoice_id = i.id)
        ELSE i.created_at >= c.movements_from END
      GROUP BY 1, 2),
    waiting AS (
      SELECT p.currency AS asset, sum(p.amount_asset) AS amount FROM payments p
      WHERE p.gateway = 'CRYPTO' AND p.status IN ('DETECTED', 'CONFIRMED') AND p.missing_since IS NULL GROUP BY 1),
    lines AS (
      SELECT l.gateway::text, CASE l.payment_method WHEN 'CRYPTO_BTC' THEN 'BTC' WHEN 'CRYPTO_USDT' THEN 'USDT' END AS asset,
        sum(l.amount_micros) AS micros
      FROM wallet_transactions l
      WHERE l.status = 'COMPLETED' AND l.gateway IN ('STRIPE', 'MERCADOPAGO', 'CRYPTO')
        AND NOT coalesce(jsonb_exists(l.payment_details, 'allowance'), false) GROUP BY 1, 2),
    ledger AS (
      SELECT a.code AS account, -sum(e.amount) AS micros FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.id
      WHERE a.code IN ('ext:stripe', 'ext:mercadopago', 'ext:btc', 'ext:usdt') GROUP BY a.code)
    SELECT o.account, o.gateway, coalesce(t.currency, o.asset) AS their_currency, coalesce(t.amount, 0)::text AS their_amount,
      coalesce(t.n, 0)::int AS their_count, round(coalesce(r.amount, 0), 8)::text AS row_amount, coalesce(r.n, 0)::int AS row_count,
      round(coalesce(w.amount, 0), 8)::text AS waiting_amount,
      (coalesce(l.micros, 0) / 1000000.0)::text AS lines_amount, (coalesce(g.micros, 0) / 1000000.0)::text AS ledger_amount
    FROM outside o
    LEFT JOIN LATERAL (SELECT * FROM theirs t WHERE t.gateway = o.gateway AND t.asset IS NOT DISTINCT FROM o.asset
      ORDER BY t.n DESC LIMIT 1) t ON true
    LEFT JOIN received r ON r.gateway = o.gateway AND r.asset IS NOT DISTINCT FROM o.asset
    LEFT JOIN waiting w ON w.asset = o.asset
    LEFT JOIN lines l ON l.gateway = o.gateway AND l.asset IS NOT DISTINCT FROM o.asset
    LEFT JOIN ledger g ON g.account = o.account
    ORDER BY o.account`;
}
