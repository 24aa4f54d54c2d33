import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { createCipher } from "../../lib/integrations/crypto/cipher";
import { connectToProduct } from "./page-fault";

const DATA = join(import.meta.dirname, "../.output/product-data.txt");
const GB = 1024 ** 3;

/** Places of the test's own panel, which never answers: what it would know is written by `tellServers`. */
const PLACES = [
  { country: "DE", place: "Frankfurt", placeFa: "فرانکفورت", load: 34 },
  { country: "NL", place: "Amsterdam", placeFa: "آمستردام", load: 88 },
] as const;

const PLANS = [
  { tier: "journey-plus", name: "Voyage", fa: "سفر", micros: 4_500_000, days: 30, gb: 50 },
  { tier: "journey-plus", name: "Voyage", fa: "سفر", micros: 12_000_000, days: 90, gb: 150 },
  { tier: "journey-max", name: "Expedition", fa: "اردو", micros: 9_000_000, days: 30, gb: 200 },
] as const;

function template(country: string) {
  const security = { kind: "tls", serverName: `${country}.example.com`, fingerprint: "chrome", alpn: [] };
  return {
    protocol: "VLESS",
    tag: "vless",
    port: 443,
    transport: { kind: "tcp" },
    security,
    encryption: "none",
    flow: "",
  };
}

async function addServers(client: Client, panelId: string): Promise<void> {
  for (const [sort, { country, place, placeFa, load }] of PLACES.entries()) {
    const serverId = randomUUID();
    await client.query(
      `INSERT INTO vpn_servers (id, name, location, location_fa, country_code, domain, max_users, load_percent, sort, panel_id, verified_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1000, $7, $8, $9, now(), now())`,
      [
        serverId,
        `Journey ${place}`,
        place,
        placeFa,
        country,
        `${country.toLowerCase()}.example.com`,
        load,
        sort,
        panelId,
      ],
    );
    await client.query(
      `INSERT INTO vpn_inbounds (id, server_id, protocol, tag, template) VALUES ($1, $2, 'VLESS', 'vless', $3)`,
      [randomUUID(), serverId, JSON.stringify(template(country.toLowerCase()))],
    );
  }
}

/** Plans, and servers of a panel that is never called; once for each product. */
export async function makeVpnShop(): Promise<void> {
  const home = readFileSync(DATA, "utf8");
  const { ENCRYPTION_KEYS } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"));
  const client = await connectToProduct();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM vpn_panels WHERE name = 'Journey panel'");
    if (rowCount) return;
    const panelId = randomUUID();
    await client.query(
      `INSERT INTO vpn_panels (id, name, kind, url, credential_ciphertext, open_until, updated_at)
       VALUES ($1, 'Journey panel', 'XRAY', 'http://127.0.0.1:1', $2, now() + interval '1 year', now())`,
      [panelId, createCipher(ENCRYPTION_KEYS).encrypt("{}")],
    );
    await addServers(client, panelId);
    for (const [sort, { tier, name, fa, micros, days, gb }] of PLANS.entries())
      await client.query(
        `INSERT INTO plans (id, family_id, tier, name, name_fa, name_pt, price_micros, duration_days, traffic_bytes,
           max_devices, features, features_fa, features_pt, protocols, is_trial, sort, updated_at)
         VALUES ($1, $1, $2, $3, $4, $3, $5, $6, $7, 3, '["Every location"]',
           '["همهٔ مکان‌ها"]', '["Todos os locais"]', '{VLESS}', false, $8, now())`,
        [randomUUID(), tier, name, fa, micros, days, gb * GB, sort],
      );
  } finally {
    await client.end();
  }
}

/** The panel of `makeVpnShop` knows every account by now, and some traffic was counted. */
export async function tellServers(subscriptionId: string): Promise<void> {
  const client = await connectToProduct();
  try {
    await client.query(
      "UPDATE subscription_credentials SET actual_state = 'ACTIVE', actual_version = desired_version WHERE subscription_id = $1",
      [subscriptionId],
    );
    await client.query(
      `INSERT INTO user_usage (user_id, subscription_id, server_id, day, upload_bytes, download_bytes)
       SELECT user_id, subscription_id, server_id, current_date - back, 100000000, 1500000000::bigint * (1 + back)
       FROM user_configs, generate_series(0, 2) back WHERE subscription_id = $1 ON CONFLICT DO NOTHING`,
      [subscriptionId],
    );
    await client.query(
      `UPDATE subscriptions SET used_upload_bytes = 600000000, used_download_bytes = 18000000000 WHERE id = $1`,
      [subscriptionId],
    );
  } finally {
    await client.end();
  }
}
