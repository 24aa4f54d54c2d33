import { Prisma } from "@/lib/db/generated/client";
import { MAX_FINDINGS } from "../finding-row";

/** What went back and what banks took: the gateway's books against our refunds and the ledger's keys. */
export function compareRefundsAndDisputes(graceSeconds: number): Prisma.Sql {
  return Prisma.sql`
    WITH coverage AS MATERIALIZED (
      SELECT gateway, movements_from AS from_at, movements_to - make_interval(secs => ${graceSeconds}::int) AS to_at
      FROM gateway_cursors WHERE movements_to IS NOT NULL AND gateway IN ('STRIPE', 'MERCADOPAGO')),
    ours AS MATERIALIZED (
      SELECT r.id, r.gateway_refund_id, r.status, r.amount_micros, r.user_id, r.invoice_id, r.created_at, r.finished_at,
        p.gateway, i.charge_currency, r.amount_micros * i.charge_amount / i.amount_micros AS charge
      FROM payment_refunds r JOIN payments p ON p.id = r.payment_id JOIN invoices i ON i.id = r.invoice_id
      WHERE p.gateway IN ('STRIPE', 'MERCADOPAGO')),
    theirs AS MATERIALIZED (
      SELECT m.*, c.to_at FROM gateway_movements m JOIN coverage c ON c.gateway = m.gateway WHERE m.kind <> 'RECEIPT'),
    refunds AS (
      SELECT m.gateway, m.kind, m.object_id, m.amount, m.currency, m.moved_at, m.to_at, m.invoice_id AS their_invoice,
        r.id, r.status, r.user_id, r.invoice_id, r.charge, r.charge_currency
      FROM theirs m LEFT JOIN ours r ON r.gateway = m.gateway AND r.gateway_refund_id = m.object_id
      WHERE m.kind IN ('REFUND', 'REFUND_REVERSED')),
    disputes AS (
      SELECT m.*, lower(m.gateway::text) || ':dispute:' || m.object_id
          || CASE m.kind WHEN 'DISPUTE_WITHDRAWN' THEN ':withdrawn' ELSE ':reinstated' END AS key
      FROM theirs m WHERE m.kind IN ('DISPUTE_WITHDRAWN', 'DISPUTE_REINSTATED')),
    taken AS (
      SELECT l.id, l.gateway, l.gateway_transaction_id AS key, l.amount_micros, l.user_id, l.invoice_id, l.created_at
      FROM wallet_transactions l JOIN coverage c ON c.gateway = l.gateway
      WHERE l.type = 'ADJUSTMENT' AND l.gateway IN ('STRIPE', 'MERCADOPAGO')
        AND l.gateway_transaction_id LIKE '%:dispute:%' AND l.created_at <= c.to_at
        AND EXISTS (SELECT 1 FROM invoices i WHERE i.id = l.invoice_id AND i.created_at >= c.from_at))
    SELECT 'REFUND_UNSEEN' AS kind, object_id || CASE kind WHEN 'REFUND' THEN '' ELSE ':reversed' END AS subject,
      gateway::text, CASE WHEN coalesce(invoice_id, their_invoice) IS NOT NULL THEN 'invoice' END AS ref_type,
      coalesce(invoice_id, their_invoice)::text AS ref_id, user_id::text, '0' AS our_amount, currency AS our_currency,
      amount::text AS their_amount, currency AS their_currency, moved_at AS occurred_at
    FROM refunds WHERE moved_at <= to_at AND CASE kind WHEN 'REFUND' THEN status IS NULL OR status = 'PENDING'
      ELSE status IS DISTINCT FROM 'FAILED' END
    UNION ALL
    SELECT 'AMOUNT_DIFFERS', 'refund:' || object_id, gateway::text, 'invoice', invoice_id::text, user_id::text,
      round(charge, 6)::text, charge_currency, amount::text, currency, moved_at
    FROM refunds WHERE kind = 'REFUND' AND id IS NOT NULL AND (currency <> charge_currency OR abs(amount - charge) >= 0.01)
    UNION ALL
    SELECT 'REFUND_UNKNOWN', o.id::text, o.gateway::text, 'invoice', o.invoice_id::text, o.user_id::text,
      round(o.charge, 6)::text, o.charge_currency, '0', o.charge_currency, o.finished_at
    FROM ours o JOIN coverage c ON c.gateway = o.gateway
    WHERE o.status = 'COMPLETED' AND o.created_at >= c.from_at AND o.finished_at <= c.to_at
      AND NOT EXISTS (SELECT 1 FROM theirs m WHERE m.gateway = o.gateway AND m.kind = 'REFUND'
        AND m.object_id = o.gateway_refund_id)
    UNION ALL
    SELECT 'DISPUTE_UNSEEN', d.key, d.gateway::text, CASE WHEN d.invoice_id IS NOT NULL THEN 'invoice' END,
      d.invoice_id::text, (SELECT i.user_id::text FROM invoices i WHERE i.id = d.invoice_id), '0', d.currency,
      d.amount::text, d.currency, d.moved_at
    FROM disputes d WHERE d.moved_at <= d.to_at
      AND NOT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.idempotency_key = d.key)
    UNION ALL
    SELECT 'DISPUTE_UNKNOWN', t.key, t.gateway::text, 'invoice', t.invoice_id::text, t.user_id::text,
      (abs(t.amount_micros) / 1000000.0)::text, 'USD', '0', 'USD', t.created_at
    FROM taken t WHERE NOT EXISTS (SELECT 1 FROM disputes d WHERE d.key = t.key)
    LIMIT ${MAX_FINDINGS}`;
}
