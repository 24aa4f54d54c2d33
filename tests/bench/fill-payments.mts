import { Client } from "pg";

const USD = 1_000_000;

// Payer n paid once: by card, by Pix (n % 3 = 1) or in Bitcoin (n % 3 = 2). Every tenth card and Pix was refunded by half,
// every fiftieth card is disputed. Three quarters of the entries are the orders'; these are what came from outside.
const STEPS = (payments: number): string[] => [
  `INSERT INTO users (id, username, email, email_verified_at, verification_level)
   SELECT gen_random_uuid(), 'payer' || n, 'payer' || n || '@example.test', now(), 1 FROM generate_series(1, ${payments}) n`,
  `CREATE TEMP TABLE payers AS
   SELECT u.id AS user_id, n, gen_random_uuid() AS invoice_id, gen_random_uuid() AS payment_id,
     (ARRAY['STRIPE', 'MERCADOPAGO', 'CRYPTO'])[1 + n % 3]::"Gateway" AS gateway,
     (ARRAY['CARD', 'PIX', 'CRYPTO_BTC'])[1 + n % 3]::"PaymentMethod" AS method,
     (ARRAY['USD', 'BRL', 'BTC'])[1 + n % 3] AS currency, (ARRAY[10, 54, 0.001])[1 + n % 3] AS charge,
     (ARRAY['stripe:receipt:cs_', 'mercadopago:receipt:', 'btc:'])[1 + n % 3] || n || (ARRAY['', '', ':0'])[1 + n % 3] AS key,
     (ARRAY['past_ch_', 'past_', 'btc:past'])[1 + n % 3] || n || (ARRAY['', '', ':0'])[1 + n % 3] AS receipt,
     n % 10 = 0 AND n % 3 < 2 AS is_refunded, n % 50 = 3 AND n % 3 = 0 AS is_disputed,
     (SELECT max(id) FROM ledger_transactions) + n * 2 AS tx, now() - make_interval(secs => 7200 + n * 600) AS at
   FROM (SELECT id, substr(username, 6)::int AS n FROM users WHERE username LIKE 'payer%') u`,
  `INSERT INTO ledger_accounts (kind, code, user_id, currency, balance, version)
   SELECT 'USER_AVAILABLE'::"LedgerAccountKind", 'available', user_id, 'USD',
     CASE WHEN is_disputed THEN 0 WHEN is_refunded THEN ${5 * USD} ELSE ${10 * USD} END,
     CASE WHEN is_disputed OR is_refunded THEN 2 ELSE 1 END FROM payers
   UNION ALL SELECT 'USER_HELD', 'held', user_id, 'USD', 0, 0 FROM payers
   UNION ALL SELECT 'USER_DEBT', 'debt', user_id, 'USD', 0, 0 FROM payers`,
  `ALTER TABLE payers ADD COLUMN available_id bigint, ADD COLUMN outside_id bigint`,
  `UPDATE payers p SET available_id = a.id FROM ledger_accounts a WHERE a.user_id = p.user_id AND a.code = 'available'`,
  `UPDATE payers p SET outside_id = a.id FROM ledger_accounts a WHERE a.user_id IS NULL AND a.currency = 'USD'
     AND a.code = (ARRAY['ext:stripe', 'ext:mercadopago', 'ext:btc'])[1 + p.n % 3]`,
  `INSERT INTO ledger_transactions (id, kind, idempotency_key, request_hash, event_at, created_at)
   SELECT tx, (ARRAY['deposit.stripe', 'deposit.mercadopago', 'deposit.crypto'])[1 + n % 3], 'bench:' || key, '\\x00'::bytea, at, at
     FROM payers
   UNION ALL SELECT tx + 1, 'refund.paid_out', 'bench:refund:re_' || n, '\\x00', at, at FROM payers WHERE is_refunded
   UNION ALL SELECT tx + 1, 'dispute.withdrawn', 'stripe:dispute:past_dp_' || n || ':withdrawn', '\\x00', at, at FROM payers WHERE is_disputed`,
  `INSERT INTO ledger_entries (transaction_id, account_id, currency, amount, balance_after, account_version)
   SELECT tx, available_id, 'USD', ${10 * USD}, ${10 * USD}, 1 FROM payers
   UNION ALL SELECT tx, outside_id, 'USD', -${10 * USD}, NULL, NULL FROM payers
   UNION ALL SELECT tx + 1, available_id, 'USD', -${5 * USD}, ${5 * USD}, 2 FROM payers WHERE is_refunded
   UNION ALL SELECT tx + 1, outside_id, 'USD', ${5 * USD}, NULL, NULL FROM payers WHERE is_refunded
   UNION ALL SELECT tx + 1, available_id, 'USD', -${10 * USD}, 0, 2 FROM payers WHERE is_disputed
   UNION ALL SELECT tx + 1, outside_id, 'USD', ${10 * USD}, NULL, NULL FROM payers WHERE is_disputed`,
  `INSERT INTO invoices (id, user_id, purpose, gateway, payment_method, status, amount_micros, credited_micros, charge_currency,
     charge_amount, asset, network, address, amount_asset, rate, rate_locked_until, seller, idempotency_key, expires_at, created_at,
     updated_at)
   SELECT invoice_id, user_id, 'TOP_UP', gateway, method, 'PAID', ${10 * USD}, ${10 * USD}, currency, charge,
     CASE WHEN n % 3 = 2 THEN 'BTC'::"CryptoAsset" END, CASE WHEN n % 3 = 2 THEN 'BTC'::"CryptoNetwork" END,
     CASE WHEN n % 3 = 2 THEN 'bc1payer' || n END, CASE WHEN n % 3 = 2 THEN charge END, 1, at, '{}', 'bench-' || n, at, at, at
   FROM payers`,
  `INSERT INTO payments (id, invoice_id, gateway, status, gateway_payment_id, currency, amount, amount_asset, credited_micros,
     refunded_micros, disputed_micros, settled_at, created_at, updated_at)
   SELECT payment_id, invoice_id, gateway, 'SETTLED', receipt, currency, charge, CASE WHEN n % 3 = 2 THEN charge END, ${10 * USD},
     CASE WHEN is_refunded THEN ${5 * USD} ELSE 0 END, CASE WHEN is_disputed THEN ${10 * USD} ELSE 0 END, at, at, at FROM payers`,
  `INSERT INTO payment_refunds (id, invoice_id, payment_id, user_id, amount_micros, status, reason, gateway_refund_id, finished_at,
     created_at, updated_at)
   SELECT gen_random_uuid(), invoice_id, payment_id, user_id, ${5 * USD}, 'COMPLETED', 'bench', 'past_re_' || n, at, at, at
   FROM payers WHERE is_refunded`,
  `INSERT INTO wallet_transactions (id, user_id, type, status, amount_micros, gateway, payment_method, gateway_transaction_id,
     invoice_id, ledger_transaction_id, created_at, updated_at)
   SELECT gen_random_uuid(), user_id, 'DEPOSIT'::"WalletTransactionType", 'COMPLETED'::"WalletTransactionStatus", ${10 * USD},
     gateway, method, receipt, invoice_id, tx, at, at FROM payers
   UNION ALL SELECT gen_random_uuid(), user_id, 'REFUND', 'COMPLETED', -${5 * USD}, gateway, method, 'past_re_' || n, invoice_id, tx + 1,
     at, at FROM payers WHERE is_refunded
   UNION ALL SELECT gen_random_uuid(), user_id, 'ADJUSTMENT', 'COMPLETED', -${10 * USD}, gateway, method,
     'stripe:dispute:past_dp_' || n || ':withdrawn', invoice_id, tx + 1, at, at FROM payers WHERE is_disputed`,
  `INSERT INTO gateway_movements (gateway, kind, object_id, invoice_id, currency, amount, moved_at)
   SELECT gateway, 'RECEIPT'::"MovementKind", receipt, invoice_id, currency, charge, at FROM payers
   UNION ALL SELECT gateway, 'REFUND', 'past_re_' || n, NULL, currency, charge / 2, at FROM payers WHERE is_refunded
   UNION ALL SELECT gateway, 'DISPUTE_WITHDRAWN', 'past_dp_' || n, NULL, currency, charge, at FROM payers WHERE is_disputed`,
  `SELECT setval(pg_get_serial_sequence('ledger_transactions', 'id'), (SELECT max(id) FROM ledger_transactions))`,
];

/** Adds payments from outside on all three sides, with triggers off. */
export async function fillPayments(url: string, payments: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query("SET work_mem = '256MB'");
    for (const statement of STEPS(payments)) await client.query(statement);
  } finally {
    await client.end();
  }
}
