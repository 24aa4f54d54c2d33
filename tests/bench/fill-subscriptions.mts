import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { credentialText, newCredential } from "@/lib/domain/vpn/credential";
import type { World } from "../support/world";

/** Locations that every subscription has; each speaks VLESS with REALITY and over WebSocket. */
const SERVERS = 4;

const TEMPLATES = [
  {
    protocol: "VLESS",
    tag: "reality",
    port: 443,
    transport: { kind: "tcp" },
    security: {
      kind: "reality",
      serverName: "www.example.com",
      fingerprint: "chrome",
      publicKey: "Z1XXLsKYkYxuiYjJIkRvtIKFepCYHTgON-GwPq7SOV4",
      shortId: "0123456789abcdef",
      spiderPath: "/",
    },
    encryption: "none",
    flow: "xtls-rprx-vision",
  },
  {
    protocol: "VLESS",
    tag: "ws",
    port: 8443,
    transport: { kind: "ws", path: "/ray", host: "cdn.example.com" },
    security: { kind: "tls", serverName: "cdn.example.com", fingerprint: "chrome", alpn: [] },
    encryption: "none",
    flow: "",
  },
];

/** The token of subscription n: apps of the bench know it without asking. */
export const benchToken = (number: number): string => `t${String(number).padStart(31, "0")}`;
const TOKEN = "'t' || lpad(n::text, 31, '0')";

/** Ids in the order of time and rows in the order of ids: each index grows at its end, which is most of the speed. */
const STEPS = (count: number): string[] => [
  `INSERT INTO users (id, username, email, email_verified_at, verification_level)
   SELECT uuidv7(), 'dials' || n, 'dials' || n || '@example.test', now(), 1 FROM generate_series(1, ${count}) n`,
  `INSERT INTO subscriptions (id, number, user_id, plan_id, server_id, starts_at, expires_at, period_starts_at, traffic_bytes,
     max_devices, token_hash, token_ciphertext, paid_micros, idempotency_key, created_at, updated_at)
   SELECT uuidv7(), n, u.id, p.plan_id, p.server_id, now(), now() + interval '30 days', now(), 100000000000, 3,
     sha256((${TOKEN})::bytea), '\\x00', 5000000, 'bench', now(), now()
   FROM bench_places p, users u, LATERAL (SELECT substr(u.username, 6)::int AS n) x WHERE u.username LIKE 'dials%'`,
  `INSERT INTO subscription_credentials (id, subscription_id, panel_id, username, ciphertext, desired_state, actual_state,
     actual_version, created_at, updated_at)
   SELECT uuidv7(), s.id, p.panel_id, 'sub_' || s.number, p.ciphertext, 'ACTIVE', 'ACTIVE', 1, now(), now()
   FROM subscriptions s, bench_places p ORDER BY s.id`,
  `INSERT INTO user_configs (id, user_id, server_id, subscription_id, inbound_id, uuid, protocol, expires_at, created_at, updated_at)
   SELECT uuidv7(), s.user_id, i.server_id, s.id, i.id, uuidv7(), i.protocol, s.expires_at, now(), now()
   FROM subscriptions s, vpn_inbounds i ORDER BY s.id, i.id`,
  "SELECT setval(pg_get_serial_sequence('subscriptions', 'number'), (SELECT max(number) FROM subscriptions))",
];

export interface FilledVpn {
  panelId: string;
  serverId: string;
}

/** Servers, one plan and so many active subscriptions with an account on the panel, inserted with triggers off. */
export async function fillSubscriptions({ deps, database }: World, count: number): Promise<FilledVpn> {
  const panelId = randomUUID();
  const planId = randomUUID();
  await deps.db.vpnPanel.create({
    data: {
      id: panelId,
      name: "Bench node",
      kind: "XRAY",
      url: "http://127.0.0.1:1",
      credentialCiphertext: deps.cipher.encrypt("{}"),
      isActive: false,
    },
  });
  const ids = Array.from({ length: SERVERS }, () => randomUUID());
  for (const [index, id] of ids.entries()) {
    await deps.db.vpnServer.create({
      data: {
        id,
        name: `Bench ${index}`,
        location: "Frankfurt",
        countryCode: "DE",
        domain: `de${index}.example.com`,
        maxUsers: 10_000_000,
        sort: index,
        panelId,
        inbounds: {
          create: TEMPLATES.map((template, sort) => ({
            id: randomUUID(),
            protocol: "VLESS" as const,
            tag: template.tag,
            template,
            sort,
          })),
        },
      },
    });
  }
  await deps.db.plan.create({
    data: {
      id: planId,
      familyId: planId,
      tier: "bench",
      name: "Plus",
      nameFa: "پلاس",
      namePt: "Plus",
      priceMicros: 5_000_000n,
      durationDays: 30,
      trafficBytes: 100_000_000_000n,
      maxDevices: 3,
      protocols: ["VLESS"],
    },
  });
  const serverId = ids[0] ?? "";
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query(
      "CREATE TEMP TABLE bench_places (plan_id uuid, server_id uuid, panel_id uuid, ciphertext bytea)",
    );
    await client.query("INSERT INTO bench_places VALUES ($1, $2, $3, $4)", [
      planId,
      serverId,
      panelId,
      deps.cipher.encrypt(credentialText(newCredential(deps.ids))),
    ]);
    for (const statement of STEPS(count)) await client.query(statement);
    await client.query("VACUUM (ANALYZE)");
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
  return { panelId, serverId };
}
