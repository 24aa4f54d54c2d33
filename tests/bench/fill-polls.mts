import { createHash } from "node:crypto";
import { Client } from "pg";
import { digestOf, newApiKey } from "@/lib/domain/api-keys/key-format";
import type { World } from "../support/world";

/** The key of person n, without a table of keys: its random part is made from n. */
export function benchKey(person: number): string {
  const token = (bytes: number) =>
    createHash("shake256", { outputLength: bytes }).update(`person ${person}`).digest("base64url");
  return newApiKey({ token }, "LIVE").key;
}

const STEPS = (keys: number, orders: number): string[] => [
  `INSERT INTO users (id, username, email, email_verified_at, verification_level)
   SELECT gen_random_uuid(), 'polls' || n, 'polls' || n || '@example.test', now(), 1 FROM generate_series(1, ${keys}) n`,
  "CREATE TEMP TABLE poll_users AS SELECT id, substr(username, 6)::int AS n FROM users WHERE username LIKE 'polls%'",
  `INSERT INTO api_keys (id, user_id, name, prefix, last4, digest, mode, scopes, rate_limit, ip_restrictions, created_at)
   SELECT gen_random_uuid(), u.id, 'Bench', 'pb_live_', 'xxxx', d.digest, 'LIVE', '{numbers:read}', 6000, '{}', now()
   FROM poll_users u JOIN poll_digests d ON d.n = u.n`,
  `INSERT INTO orders (id, number, user_id, service_id, country_id, provider_id, status, price_micros, idempotency_scope,
     idempotency_key, request_hash, phone_e164, message_count, verification_code, first_code_at, start_at, activated_at,
     cancelable_at, expires_at, created_at, updated_at)
   SELECT gen_random_uuid(), g.i, u.id, s.id, c.id, p.id, 'ACTIVE', 350000, 'polls', g.i::text, '', '+5511' || (900000000 + g.i),
     (g.i % 5 = 0)::int, CASE WHEN g.i % 5 = 0 THEN d.code END, CASE WHEN g.i % 5 = 0 THEN now() END, now(), now(), now(),
     now() + interval '1 day', now(), now()
   FROM generate_series(1, ${orders}) AS g (i)
   JOIN poll_users u ON u.n = 1 + (g.i - 1) / ${Math.ceil(orders / keys)}
   CROSS JOIN (SELECT id FROM services WHERE code = 'wa') s
   CROSS JOIN (SELECT id FROM countries WHERE iso2 = 'BR' AND is_canonical) c
   CROSS JOIN (SELECT id FROM providers WHERE code = 'own') p
   CROSS JOIN poll_code d`,
  "SELECT setval(pg_get_serial_sequence('orders', 'number'), (SELECT max(number) FROM orders))",
];

/** So many keys, each of a person of its own, and so many running orders spread over them: as many of each, one person's after the other's. */
export async function fillPolls(
  { deps, database }: World,
  { keys, orders }: { keys: number; orders: number },
): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query("CREATE TEMP TABLE poll_digests (n int, digest text)");
    const numbers = Array.from({ length: keys }, (_, index) => index + 1);
    await client.query("INSERT INTO poll_digests SELECT * FROM unnest($1::int[], $2::text[])", [
      numbers,
      numbers.map((person) => digestOf(benchKey(person))),
    ]);
    await client.query("CREATE TEMP TABLE poll_code (code bytea)");
    await client.query("INSERT INTO poll_code VALUES ($1)", [deps.cipher.encrypt("123456")]);
    for (const statement of STEPS(keys, orders)) await client.query(statement);
    await client.query("VACUUM (ANALYZE)");
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}
