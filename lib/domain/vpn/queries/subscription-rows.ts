import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { SubscriptionStatus } from "../types";

/** What a document needs of one subscription, found by one of its tokens. */
export interface SubscriptionDocumentRow {
  /** SHA-256 of the token it was found by, in hexadecimal, and until when an old one is good. */
  hash: string;
  oldUntil: Date | null;
  id: string;
  number: number;
  userId: string;
  status: SubscriptionStatus;
  expiresAt: Date;
  exhaustedAt: Date | null;
  trafficBytes: bigint | null;
  uploadBytes: bigint;
  downloadBytes: bigint;
  locale: string;
  name: string;
  nameFa: string;
  namePt: string;
  /** Ids of the inbounds of its configurations. */
  inboundIds: string[];
  /** Panel, secrets in hexadecimal and tunnel address of each account that its panel has. */
  accounts: [panelId: string, ciphertext: string, tunnelAddress: number | null][];
}

/**
 * Subscriptions by the hashes of their tokens, also of those replaced a short while ago: one statement for all, because apps
 * of every customer ask here by themselves.
 */
export function readDocumentRows(
  { db }: Pick<KernelDeps, "db">,
  hashes: readonly string[],
  now: Date,
): Promise<SubscriptionDocumentRow[]> {
  return db.$queryRaw<SubscriptionDocumentRow[]>`
    WITH asked AS MATERIALIZED (SELECT decode(hash, 'hex') AS token FROM unnest(${hashes}::text[]) hash),
    found AS (
      SELECT s.id, asked.token, NULL::timestamptz AS until
        FROM asked JOIN subscriptions s ON s.token_hash = asked.token
      UNION ALL
      SELECT s.id, asked.token, s.old_token_until
        FROM asked JOIN subscriptions s ON s.old_token_hash = asked.token AND s.old_token_until > ${now})
    SELECT encode(f.token, 'hex') AS hash, f.until AS "oldUntil", s.id, s.number, s.user_id AS "userId",
      s.status::text AS status, s.expires_at AS "expiresAt", s.exhausted_at AS "exhaustedAt",
      s.traffic_bytes AS "trafficBytes", s.used_upload_bytes AS "uploadBytes",
      s.used_download_bytes AS "downloadBytes", u.locale, p.name, p.name_fa AS "nameFa", p.name_pt AS "namePt",
      ARRAY(SELECT c.inbound_id::text FROM user_configs c WHERE c.subscription_id = s.id AND c.is_active)
        AS "inboundIds",
      coalesce((SELECT json_agg(json_build_array(a.panel_id, encode(a.ciphertext, 'hex'), a.tunnel_address))
        FROM subscription_credentials a WHERE a.subscription_id = s.id AND a.actual_state = 'ACTIVE'), '[]')
        AS accounts
    FROM found f JOIN subscriptions s ON s.id = f.id JOIN users u ON u.id = s.user_id JOIN plans p ON p.id = s.plan_id`;
}
