import { Prisma } from "@/lib/db/generated/client";
import { MAX_FINDINGS } from "../finding-row";
import { isStrayCredit, isStrayDecided } from "./decided-strays";

/**
 * What cards and Pix brought in, invoice by invoice: the gateway's receipts, the customer's credits, our payment rows.
 * Receipts carry our reference, while their ids differ between a gateway's lists, so the invoice is what is compared.
 * One finding an invoice: the first that is true. Money that waits for a decision (unmatched) is not lost; what a person
 * has decided about is left out on both sides, the receipt and the credit.
 */
export function compareCardReceipts(graceSeconds: number): Prisma.Sql {
  return Prisma.sql`
    WITH coverage AS MATERIALIZED (
      SELECT gateway, movements_from AS from_at, movements_to - make_interval(secs => ${graceSeconds}::int) AS to_at
      FROM gateway_cursors WHERE movements_to IS NOT NULL AND gateway IN ('STRIPE', 'MERCADOPAGO')),
    theirs AS (
      SELECT m.invoice_id, count(*) AS n, sum(m.amount) AS amount, min(m.currency) AS currency,
        bool_and(m.currency = i.charge_currency) AS same_currency, max(m.moved_at) AS last_at,
        sum(CASE WHEN m.amount = i.charge_amount THEN i.amount_micros
          ELSE div(m.amount * i.amount_micros, i.charge_amount) END) AS worth
      FROM gateway_movements m JOIN invoices i ON i.id = m.invoice_id AND i.gateway = m.gateway
      WHERE m.kind = 'RECEIPT' AND m.gateway IN ('STRIPE', 'MERCADOPAGO')
        AND NOT ${isStrayDecided(Prisma.sql`m.gateway`, Prisma.sql`m.object_id`)}
        -- Stripe's movements name the charge; the unmatched payment names the session, as the invoice does.
        AND NOT ${isStrayDecided(Prisma.sql`i.gateway`, Prisma.sql`i.gateway_reference`)}
      GROUP BY m.invoice_id),
    credits AS (
      SELECT l.invoice_id, count(*) AS n, sum(l.amount_micros) AS micros, max(l.created_at) AS last_at
      FROM wallet_transactions l
      WHERE l.gateway IN ('STRIPE', 'MERCADOPAGO') AND l.type = 'DEPOSIT' AND l.status = 'COMPLETED'
        AND l.invoice_id IS NOT NULL AND NOT ${isStrayCredit(Prisma.sql`l`)}
      GROUP BY l.invoice_id),
    paid AS (
      SELECT invoice_id, sum(credited_micros) AS micros, max(updated_at) AS last_at FROM payments
      WHERE gateway IN ('STRIPE', 'MERCADOPAGO') AND credited_micros > 0 GROUP BY invoice_id),
    strays AS (
      SELECT invoice_id, bool_and(status <> 'OPEN') AS decided FROM unmatched_payments
      WHERE invoice_id IS NOT NULL AND status <> 'MATCHED' GROUP BY invoice_id),
    compared AS (
      SELECT i.id, i.gateway, i.user_id, i.created_at, i.charge_currency, i.charge_amount, c.from_at, c.to_at,
        coalesce(t.n, 0) AS their_n, t.amount AS their_amount, t.currency AS their_currency, t.same_currency,
        t.worth AS their_worth, t.last_at AS their_at, coalesce(d.n, 0) AS credit_n, coalesce(d.micros, 0) AS credited,
        d.last_at AS credit_at, coalesce(p.micros, 0) AS paid, s.decided,
        i.created_at >= c.from_at AND coalesce(d.last_at, t.last_at) <= c.to_at AS covered
      FROM invoices i
      LEFT JOIN coverage c ON c.gateway = i.gateway
      LEFT JOIN theirs t ON t.invoice_id = i.id
      LEFT JOIN credits d ON d.invoice_id = i.id
      LEFT JOIN paid p ON p.invoice_id = i.id
      LEFT JOIN strays s ON s.invoice_id = i.id
      WHERE i.gateway IN ('STRIPE', 'MERCADOPAGO')
        AND (t.n IS NOT NULL OR d.n IS NOT NULL OR p.micros IS NOT NULL)),
    named AS (
      SELECT *, CASE
        WHEN their_n > 0 AND NOT same_currency THEN CASE WHEN decided THEN NULL ELSE 'CURRENCY_DIFFERS' END
        WHEN covered AND their_n > 0 AND credit_n > their_n THEN 'CREDITED_TWICE'
        WHEN paid > 0 AND credit_n = 0 THEN 'PAYMENT_WITHOUT_ENTRY'
        WHEN their_n > credit_n AND their_at <= to_at AND decided IS NULL THEN 'PAID_NOT_CREDITED'
        WHEN covered AND their_n = 0 AND credit_n > 0 THEN 'CREDITED_UNKNOWN'
        WHEN credit_n > 0 AND paid = 0 THEN 'ENTRY_WITHOUT_PAYMENT'
        WHEN their_n = credit_n AND their_worth <> credited THEN 'AMOUNT_DIFFERS'
        WHEN paid <> credited AND decided IS NULL THEN 'AMOUNT_DIFFERS' END AS kind
      FROM compared)
    SELECT kind, id::text AS subject, gateway::text, 'invoice' AS ref_type, id::text AS ref_id, user_id::text,
      (CASE kind WHEN 'CURRENCY_DIFFERS' THEN charge_amount WHEN 'PAYMENT_WITHOUT_ENTRY' THEN paid / 1000000.0
        ELSE credited / 1000000.0 END)::text AS our_amount,
      CASE kind WHEN 'CURRENCY_DIFFERS' THEN charge_currency ELSE 'USD' END AS our_currency,
      -- In the wallet's currency where the charge was in another one, so that the two can be told apart at a glance.
      (CASE WHEN kind = 'CURRENCY_DIFFERS' THEN their_amount WHEN kind = 'PAYMENT_WITHOUT_ENTRY' THEN 0
        WHEN their_n = credit_n AND their_worth = credited THEN paid / 1000000.0
        ELSE coalesce(their_worth, 0) / 1000000.0 END)::text AS their_amount,
      CASE kind WHEN 'CURRENCY_DIFFERS' THEN their_currency ELSE 'USD' END AS their_currency,
      coalesce(their_at, credit_at, created_at) AS occurred_at
    FROM named WHERE kind IS NOT NULL
    UNION ALL
    SELECT 'PAID_NOT_CREDITED', m.object_id, m.gateway::text, NULL, NULL, NULL, '0', m.currency, m.amount::text, m.currency,
      m.moved_at
    FROM gateway_movements m JOIN coverage c ON c.gateway = m.gateway
    WHERE m.kind = 'RECEIPT' AND m.moved_at <= c.to_at
      AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.id = m.invoice_id AND i.gateway = m.gateway)
      AND NOT EXISTS (SELECT 1 FROM unmatched_payments u WHERE u.gateway = m.gateway AND (u.gateway_payment_id = m.object_id
        OR ((u.invoice_id IS NULL OR u.reason = 'UNKNOWN_INVOICE') AND u.asset = m.currency AND u.amount = m.amount AND u.seen_at >= m.moved_at)))
    LIMIT ${MAX_FINDINGS}`;
}
