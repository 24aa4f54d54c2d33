import { Prisma } from "@/lib/db/generated/client";
import { MAX_FINDINGS } from "../finding-row";
import { isStrayCredit } from "./decided-strays";

/**
 * What chains show at our addresses, output by output: our payment rows and the credits have the same key. Only what
 * has the confirmations that its invoice asks for is in the movements. What a person credited for unmatched coins is no
 * credit of an output.
 */
export function compareChainReceipts(graceSeconds: number): Prisma.Sql {
  return Prisma.sql`
    WITH grace AS (SELECT make_interval(secs => ${graceSeconds}::int) AS time),
    theirs AS (
      SELECT m.object_id, m.invoice_id, m.amount, m.currency, m.moved_at, a.looked_at - g.time AS to_at
      FROM gateway_movements m JOIN reconciled_addresses a ON a.invoice_id = m.invoice_id CROSS JOIN grace g
      WHERE m.gateway = 'CRYPTO' AND m.kind = 'RECEIPT'),
    credits AS (
      SELECT l.id, l.gateway_transaction_id AS key, l.amount_micros, l.user_id, l.invoice_id, l.created_at
      FROM wallet_transactions l
      WHERE l.gateway = 'CRYPTO' AND l.type = 'DEPOSIT' AND l.status = 'COMPLETED' AND l.invoice_id IS NOT NULL
        AND NOT coalesce(jsonb_exists(l.payment_details, 'allowance'), false)
        AND NOT ${isStrayCredit(Prisma.sql`l`)}),
    ours AS (
      SELECT p.gateway_payment_id AS key, p.invoice_id, p.amount_asset, p.currency, p.credited_micros, p.settled_at,
        p.status, i.user_id
      FROM payments p JOIN invoices i ON i.id = p.invoice_id WHERE p.gateway = 'CRYPTO'),
    compared AS (
      SELECT coalesce(t.object_id, o.key, d.key) AS key, coalesce(o.invoice_id, d.invoice_id, t.invoice_id) AS invoice_id,
        coalesce(o.user_id, d.user_id) AS user_id, t.object_id IS NOT NULL AS on_chain, t.amount AS their_amount,
        t.currency AS their_currency, t.moved_at, t.to_at, o.key IS NOT NULL AS has_row, o.amount_asset, o.currency,
        coalesce(o.credited_micros, 0) AS paid, o.settled_at, d.id IS NOT NULL AS has_credit, d.amount_micros AS credited,
        d.created_at AS credit_at
      FROM theirs t FULL JOIN ours o ON o.key = t.object_id FULL JOIN credits d ON d.key = coalesce(t.object_id, o.key)),
    named AS (
      SELECT c.*, CASE
        WHEN on_chain AND NOT has_credit AND settled_at IS NULL AND moved_at <= to_at AND NOT EXISTS (
          SELECT 1 FROM unmatched_payments u WHERE u.gateway = 'CRYPTO' AND u.gateway_payment_id = c.key)
          THEN 'CHAIN_NOT_BOOKED'
        WHEN paid > 0 AND NOT has_credit THEN 'PAYMENT_WITHOUT_ENTRY'
        WHEN has_credit AND NOT on_chain AND NOT has_row AND EXISTS (SELECT 1 FROM theirs t WHERE t.invoice_id = c.invoice_id)
          THEN 'CREDITED_TWICE'
        WHEN has_credit AND NOT on_chain AND EXISTS (SELECT 1 FROM reconciled_addresses a, grace g
          WHERE a.invoice_id = c.invoice_id AND c.credit_at <= a.looked_at - g.time) THEN 'CREDITED_UNKNOWN'
        WHEN has_credit AND paid = 0 THEN 'ENTRY_WITHOUT_PAYMENT'
        WHEN on_chain AND has_row AND (their_amount <> amount_asset OR their_currency <> currency) THEN 'AMOUNT_DIFFERS'
        WHEN has_credit AND credited <> paid THEN 'AMOUNT_DIFFERS' END AS kind
      FROM compared c)
    SELECT kind, key AS subject, 'CRYPTO' AS gateway, CASE WHEN invoice_id IS NOT NULL THEN 'invoice' END AS ref_type,
      invoice_id::text AS ref_id, user_id::text,
      (CASE WHEN kind = 'AMOUNT_DIFFERS' AND their_amount <> amount_asset THEN amount_asset
        WHEN kind = 'CHAIN_NOT_BOOKED' THEN 0 WHEN kind = 'PAYMENT_WITHOUT_ENTRY' THEN paid / 1000000.0
        ELSE credited / 1000000.0 END)::text AS our_amount,
      CASE WHEN kind = 'CHAIN_NOT_BOOKED' OR (kind = 'AMOUNT_DIFFERS' AND their_amount <> amount_asset) THEN their_currency
        ELSE 'USD' END AS our_currency,
      (CASE WHEN kind = 'CHAIN_NOT_BOOKED' OR (kind = 'AMOUNT_DIFFERS' AND their_amount <> amount_asset) THEN their_amount
        WHEN kind = 'AMOUNT_DIFFERS' THEN paid / 1000000.0 ELSE 0 END)::text AS their_amount,
      CASE WHEN kind = 'CHAIN_NOT_BOOKED' OR (kind = 'AMOUNT_DIFFERS' AND their_amount <> amount_asset) THEN their_currency
        ELSE 'USD' END AS their_currency,
      coalesce(moved_at, credit_at, settled_at) AS occurred_at
    FROM named WHERE kind IS NOT NULL LIMIT ${MAX_FINDINGS}`;
}
