import { Client } from "pg";

/** Orders of each customer in the past: the same at every size, so that a page of history is the same work. */
const ORDERS_EACH = 100;
const PRICE_MICROS = 350_000;
const DEPOSIT_MICROS = 1_000_000_000;

/** Business days that the past fills. */
const DAYS = 300;

// Order k of a customer is complete when k is even, else expired. So of "available" an order uses one entry (placed) or
// two (placed, voided), of "held" always two, and every version and balance follows from k.
const STEPS = (orders: number, isSpread: boolean): string[] => [
  `INSERT INTO users (id, username, email, email_verified_at, verification_level)
   SELECT gen_random_uuid(), 'past' || u, 'past' || u || '@example.test', now(), 1
   FROM generate_series(1, ${orders / ORDERS_EACH}) u`,
  `CREATE TEMP TABLE past_users AS SELECT id, substr(username, 5)::int - 1 AS u FROM users WHERE username LIKE 'past%'`,
  `INSERT INTO ledger_accounts (kind, code, user_id, currency, balance, version)
   SELECT 'USER_AVAILABLE'::"LedgerAccountKind", 'available', id, 'USD', ${DEPOSIT_MICROS} - ${(ORDERS_EACH / 2) * PRICE_MICROS},
     ${1 + (ORDERS_EACH / 2) * 3} FROM past_users
   UNION ALL SELECT 'USER_HELD', 'held', id, 'USD', 0, ${ORDERS_EACH * 2} FROM past_users
   UNION ALL SELECT 'USER_DEBT', 'debt', id, 'USD', 0, 0 FROM past_users`,
  `CREATE TEMP TABLE past AS
   SELECT gen_random_uuid() AS order_id, gen_random_uuid() AS line_id, p.id AS user_id, k, k % 2 = 0 AS is_paid,
     (p.u * ${ORDERS_EACH} + k + 1)::bigint AS n, a.id AS available_id, h.id AS held_id,
     now() - make_interval(secs => (${orders} - (k * ${orders / ORDERS_EACH} + p.u)) * ${DAYS * 86_400}.0 / ${orders} + 7200) AS at
   FROM past_users p CROSS JOIN generate_series(0, ${ORDERS_EACH - 1}) k
   JOIN ledger_accounts a ON a.user_id = p.id AND a.code = 'available'
   JOIN ledger_accounts h ON h.user_id = p.id AND h.code = 'held'`,
  // Three ledger transactions an order at most: its deposit's place is taken by the customer's first.
  `INSERT INTO ledger_transactions (id, kind, idempotency_key, request_hash, hold_id, ref_type, ref_id, event_at, created_at)
   SELECT n * 2 - 1, 'hold.placed', 'past:place:' || n, '\\x00'::bytea, NULL::bigint, 'order', order_id::text, at, at FROM past
   UNION ALL SELECT n * 2, CASE WHEN is_paid THEN 'hold.captured' ELSE 'hold.voided' END, 'past:end:' || n, '\\x00'::bytea, n,
     'order', order_id::text, at, at FROM past
   UNION ALL SELECT ${orders * 2} + u + 1, 'deposit.sandbox', 'past:deposit:' || u, '\\x00'::bytea, NULL, NULL, NULL, now(), now()
     FROM past_users`,
  `INSERT INTO ledger_entries (transaction_id, account_id, currency, amount, balance_after, account_version)
   SELECT n * 2 - 1, available_id, 'USD', -${PRICE_MICROS}, ${DEPOSIT_MICROS} - ${PRICE_MICROS} * ((k + 1) / 2 + 1),
     1 + 3 * (k / 2) + k % 2 + 1 FROM past
   UNION ALL SELECT n * 2 - 1, held_id, 'USD', ${PRICE_MICROS}, ${PRICE_MICROS}, 2 * k + 1 FROM past
   UNION ALL SELECT n * 2, held_id, 'USD', -${PRICE_MICROS}, 0, 2 * k + 2 FROM past
   UNION ALL SELECT n * 2, available_id, 'USD', ${PRICE_MICROS}, ${DEPOSIT_MICROS} - ${PRICE_MICROS} * ((k + 1) / 2),
     1 + 3 * (k / 2) + k % 2 + 2 FROM past WHERE NOT is_paid
   UNION ALL SELECT n * 2, r.id, 'USD', ${PRICE_MICROS}, NULL, NULL FROM past, ledger_accounts r
     WHERE is_paid AND r.code = 'rev:otp' AND r.currency = 'USD'
   UNION ALL SELECT ${orders * 2} + u + 1, a.id, 'USD', ${DEPOSIT_MICROS}, ${DEPOSIT_MICROS}, 1
     FROM past_users p JOIN ledger_accounts a ON a.user_id = p.id AND a.code = 'available'
   UNION ALL SELECT ${orders * 2} + u + 1, x.id, 'USD', -${DEPOSIT_MICROS}, NULL, NULL
     FROM past_users, ledger_accounts x WHERE x.code = 'ext:sandbox' AND x.currency = 'USD'`,
  `INSERT INTO holds (id, user_id, currency, amount_micros, captured_micros, status, placed_by_tx_id, owner_type, owner_id,
     expires_at, created_at, resolved_at)
   SELECT n, user_id, 'USD', ${PRICE_MICROS}, CASE WHEN is_paid THEN ${PRICE_MICROS} ELSE 0 END,
     (CASE WHEN is_paid THEN 'CAPTURED' ELSE 'VOIDED' END)::"HoldStatus", n * 2 - 1, 'order', order_id::text,
     at + interval '1 hour', at, at + interval '20 minutes' FROM past`,
  `INSERT INTO orders (id, user_id, service_id, country_id, provider_id, status, close_reason, price_micros, hold_id,
     idempotency_scope, idempotency_key, request_hash, phone_e164, message_count, first_code_at, start_at, activated_at,
     cancelable_at, expires_at, end_at, created_at, updated_at)
   SELECT order_id, user_id, s.ids[1 + n * 31 % cardinality(s.ids)], c.ids[1 + n * 17 % cardinality(c.ids)],
     v.ids[1 + n % cardinality(v.ids)], (CASE WHEN is_paid THEN 'COMPLETED' ELSE 'EXPIRED' END)::"OrderStatus",
     'TIMEOUT', ${PRICE_MICROS}, n, 'past', n::text, '', '+5511' || (900000000 + n), 0,
     CASE WHEN is_paid THEN at + interval '1 minute' END, at, at, at, at + interval '20 minutes', at + interval '20 minutes', at, at
   FROM past, (SELECT array_agg(id ORDER BY id) AS ids FROM services WHERE ${isSpread ? "is_active" : "code = 'wa'"}) s,
     (SELECT array_agg(id ORDER BY id) AS ids FROM countries WHERE ${isSpread ? "is_active" : "iso2 = 'BR' AND is_canonical"}) c,
     (SELECT array_agg(id ORDER BY id) AS ids FROM providers WHERE ${isSpread ? "is_active" : "code = 'own'"}) v`,
  `INSERT INTO wallet_transactions (id, user_id, type, status, amount_micros, gateway, payment_method, order_id, hold_id,
     description, ledger_transaction_id, created_at, updated_at)
   SELECT line_id, past.user_id, 'PURCHASE'::"WalletTransactionType",
     (CASE WHEN is_paid THEN 'COMPLETED' ELSE 'FAILED' END)::"WalletTransactionStatus", -${PRICE_MICROS},
     'INTERNAL'::"Gateway", 'BALANCE'::"PaymentMethod", order_id, n, s.name || ', ' || c.name_en, n * 2 - 1, at, at
   FROM past JOIN orders o ON o.id = order_id JOIN services s ON s.id = o.service_id JOIN countries c ON c.id = o.country_id
   UNION ALL SELECT gen_random_uuid(), id, 'DEPOSIT', 'COMPLETED', ${DEPOSIT_MICROS}, 'SANDBOX', 'CARD', NULL, NULL,
     'Goodwill for ticket ' || u,
     ${orders * 2} + u + 1, now() - interval '${DAYS + 1} days', now() FROM past_users`,
  `SELECT setval(pg_get_serial_sequence('ledger_transactions', 'id'), ${orders * 2 + orders / ORDERS_EACH}),
     setval(pg_get_serial_sequence('holds', 'id'), ${orders})`,
];

/**
 * Gives an empty shop a past: so many ended orders with their ledger, inserted with triggers off. Of one service in one
 * country, or spread over everything that is on sale.
 */
export async function fillPast(url: string, orders: number, isSpread = false): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query("SET work_mem = '256MB'");
    for (const statement of STEPS(orders, isSpread)) await client.query(statement);
  } finally {
    await client.end();
  }
}

// What a back office has beside orders: people who came and bought little, a long audit trail, calls, a live tail.
const DESK_STEPS = (people: number, audits: number): string[] => [
  `INSERT INTO users (id, username, email, display_name, email_verified_at, verification_level, registered_at, last_login_at)
   SELECT gen_random_uuid(), 'guest' || u, 'guest' || u || '@example.test', 'Guest ' || u, now(), u % 3,
     now() - make_interval(secs => u * 300), now() - make_interval(secs => u * 200) FROM generate_series(1, ${people}) u`,
  `INSERT INTO ledger_accounts (kind, code, user_id, currency, balance, version)
   SELECT k.kind::"LedgerAccountKind", k.code, u.id, 'USD', 0, 0
   FROM users u, (VALUES ('USER_AVAILABLE', 'available'), ('USER_HELD', 'held'), ('USER_DEBT', 'debt')) k (kind, code)
   WHERE u.username LIKE 'guest%'`,
  `INSERT INTO audit_events (actor_kind, actor_name, action, target_type, target_id, before, after, ip_address, created_at)
   SELECT 'STAFF', 'admin' || a % 7, (ARRAY['offer.updated', 'user.suspended', 'order.refunded'])[1 + a % 3],
     (ARRAY['offer', 'user', 'order'])[1 + a % 3], gen_random_uuid()::text, '{"price": "0.35"}', '{"price": "0.40"}',
     '192.0.2.' || a % 200, now() - make_interval(secs => (${audits} - a) * 60) FROM generate_series(1, ${audits}) a`,
];

/** Adds what the lists of the back office read, also with triggers off. */
export async function fillDesk(url: string, size: { people: number; audits: number }): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of DESK_STEPS(size.people, size.audits)) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The state of a table that has lived: vacuumed, with fresh statistics. */
export async function settleTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("VACUUM (ANALYZE)");
  await client.query("CHECKPOINT");
  await client.end();
}
