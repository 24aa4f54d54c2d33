import type { Tx } from "@/lib/db/client";

/** One past order, ready to be written; times in seconds after the past began, bytes as "\x…". */
export interface PastRow {
  n: number;
  order_id: string;
  line_id: string;
  message_id: string;
  user_id: string;
  service_id: string;
  country_id: string;
  provider_id: string;
  from_name: string;
  phone: string;
  price: string;
  cost: string;
  start_s: number;
  wait_s: number | null;
  end_s: number;
  status: "COMPLETED" | "CANCELED" | "EXPIRED";
  reason: "FINISHED" | "USER" | "TIMEOUT";
  body: string | null;
  code: string | null;
}

// Ids are drawn in the order of time, so that the journal reads as if it had been written then.
const load = `
  CREATE TEMP TABLE past ON COMMIT DROP AS
  SELECT r.*, app_now() - make_interval(secs => $2::int) + make_interval(secs => r.start_s) AS start_at,
    app_now() - make_interval(secs => $2::int) + make_interval(secs => r.start_s + r.wait_s) AS code_at,
    app_now() - make_interval(secs => $2::int) + make_interval(secs => r.start_s + r.end_s) AS end_at,
    a.id AS available_id, h.id AS held_id, rev.id AS revenue_id,
    nextval(pg_get_serial_sequence('ledger_transactions', 'id')) AS placed_tx,
    nextval(pg_get_serial_sequence('ledger_transactions', 'id')) AS end_tx,
    nextval(pg_get_serial_sequence('holds', 'id')) AS hold_id
  FROM (SELECT * FROM json_to_recordset($1::json) AS p (n int, order_id uuid, line_id uuid, message_id uuid, user_id uuid,
      service_id uuid, country_id uuid, provider_id uuid, from_name text, phone text, price bigint, cost bigint,
      start_s int, wait_s int, end_s int, status "OrderStatus", reason "CloseReason", body bytea, code bytea)
    ORDER BY n) r
  JOIN ledger_accounts a ON a.user_id = r.user_id AND a.code = 'available' AND a.currency = 'USD'
  JOIN ledger_accounts h ON h.user_id = r.user_id AND h.code = 'held' AND h.currency = 'USD'
  CROSS JOIN (SELECT ledger_account_id(NULL, 'rev:otp', 'USD') AS id) rev
  ORDER BY r.n`;

// What hold_place, hold_capture and hold_void write, for many at once and at the time of then: the ledger's guards are
// on, and each entry moves its account as ever.
const money = [
  `SELECT set_config('patchbay.posting', 'on', true), set_config('patchbay.holding', 'on', true)`,
  `INSERT INTO ledger_transactions (id, kind, idempotency_key, request_hash, ref_type, ref_id, event_at)
   SELECT placed_tx, 'hold.placed', 'hold:order:' || order_id,
     ledger_request_hash(jsonb_build_array('hold.placed', available_id, price, 'USD')), 'order', order_id::text, start_at
   FROM past ORDER BY n`,
  `INSERT INTO holds (id, user_id, currency, amount_micros, placed_by_tx_id, owner_type, owner_id, expires_at, created_at)
   SELECT hold_id, user_id, 'USD', price, placed_tx, 'order', order_id::text, end_at + interval '1 hour', start_at
   FROM past ORDER BY n`,
  `INSERT INTO ledger_transactions (id, kind, idempotency_key, request_hash, hold_id, ref_type, ref_id, event_at)
   SELECT end_tx, CASE WHEN code IS NULL THEN 'hold.voided' ELSE 'hold.captured' END,
     'hold:' || hold_id || CASE WHEN code IS NULL THEN ':void' ELSE ':capture' END,
     ledger_request_hash(CASE WHEN code IS NULL THEN jsonb_build_array('hold.voided', hold_id)
       ELSE jsonb_build_array('hold.captured', hold_id, price, 'rev:otp') END),
     hold_id, 'order', order_id::text, coalesce(code_at, end_at)
   FROM past ORDER BY n`,
  `INSERT INTO ledger_entries (transaction_id, account_id, currency, amount)
   SELECT tx, account_id, 'USD', amount FROM (
     SELECT placed_tx AS tx, available_id AS account_id, -price AS amount FROM past
     UNION ALL SELECT placed_tx, held_id, price FROM past
     UNION ALL SELECT end_tx, held_id, -price FROM past
     UNION ALL SELECT end_tx, CASE WHEN code IS NULL THEN available_id ELSE revenue_id END, price FROM past) e
   ORDER BY tx, account_id`,
  `UPDATE holds h SET status = CASE WHEN p.code IS NULL THEN 'VOIDED' ELSE 'CAPTURED' END::"HoldStatus",
     captured_micros = CASE WHEN p.code IS NULL THEN 0 ELSE p.price END, resolved_at = coalesce(p.code_at, p.end_at)
   FROM past p WHERE h.id = p.hold_id`,
  `SELECT set_config('patchbay.posting', '', true), set_config('patchbay.holding', '', true)`,
];

const facts = [
  `INSERT INTO orders (id, user_id, service_id, country_id, provider_id, phone_e164, upstream_order_id, status, close_reason,
     price_micros, cost_micros, hold_id, idempotency_scope, idempotency_key, request_hash, is_demo_history,
     verification_code, message_count, first_code_at, last_message_received_at, start_at, activated_at, cancelable_at,
     expires_at, end_at, created_at, updated_at)
   SELECT order_id, user_id, service_id, country_id, provider_id, phone, 'past-' || n, status, reason, price, cost, hold_id,
     'demo-past', 'past-' || n, '', true, code, CASE WHEN code IS NULL THEN 0 ELSE 1 END, code_at, code_at, start_at,
     start_at, start_at + interval '2 minutes', start_at + interval '20 minutes', end_at, start_at, end_at
   FROM past ORDER BY n`,
  `INSERT INTO wallet_transactions (id, user_id, type, status, amount_micros, gateway, payment_method, description, order_id,
     hold_id, ledger_transaction_id, created_at, updated_at)
   SELECT line_id, user_id, 'PURCHASE', CASE WHEN code IS NULL THEN 'FAILED' ELSE 'COMPLETED' END::"WalletTransactionStatus",
     -price, 'INTERNAL', 'BALANCE', from_name, order_id, hold_id, placed_tx, start_at, coalesce(code_at, end_at)
   FROM past ORDER BY n`,
  `INSERT INTO sms_messages (id, direction, user_id, order_id, service_id, source, provider_message_id, from_address,
     to_address, body, code, received_at, created_at)
   SELECT message_id, 'INBOUND', user_id, order_id, service_id, 'simulated', 'past-' || n, from_name, phone, body, code,
     code_at, code_at
   FROM past WHERE code IS NOT NULL ORDER BY n`,
  `INSERT INTO sms_logs (sms_message_id, channel, status, created_at)
   SELECT message_id, 'simulated', 'RECEIVED', code_at FROM past WHERE code IS NOT NULL ORDER BY n`,
];

/** Writes finished orders with their money and messages, in a few statements. The past began so many seconds ago. */
export async function insertPast(tx: Tx, rows: PastRow[], secondsAgo: number): Promise<void> {
  await tx.$executeRawUnsafe(load, JSON.stringify(rows), secondsAgo);
  for (const statement of [...money, ...facts]) await tx.$executeRawUnsafe(statement);
}
