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
  periodStartsAt: Date;
  expiresAt: Date;
  isExhausted: boolean;
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

/** As the database writes it: one text for all rows, because reading each column of each costs more than the question. */
type Written = Omit<
  SubscriptionDocumentRow,
  "oldUntil" | "periodStartsAt" | "expiresAt" | "trafficBytes" | "uploadBytes" | "downloadBytes"
> & {
  /** Milliseconds since 1970. */
  oldUntil: number | null;
  periodStartsAt: number;
  expiresAt: number;
  trafficBytes: string | null;
  uploadBytes: string;
  downloadBytes: string;
};

const fromWritten = (row: Written): SubscriptionDocumentRow => ({
  ...row,
  oldUntil: row.oldUntil === null ? null : new Date(row.oldUntil),
  periodStartsAt: new Date(row.periodStartsAt),
  expiresAt: new Date(row.expiresAt),
  trafficBytes: row.trafficBytes === null ? null : BigInt(row.trafficBytes),
  uploadBytes: BigInt(row.uploadBytes),
  downloadBytes: BigInt(row.downloadBytes),
});

/**
 * Subscriptions by the hashes of their tokens, also of those replaced a short while ago: one statement for all, because apps
 * of every customer ask here by themselves.
 */
export async function readDocumentRows(
  { db }: Pick<KernelDeps, "db">,
  hashes: readonly string[],
  now: Date,
): Promise<SubscriptionDocumentRow[]> {
  const [written] = await db.$queryRaw<{ rows: string }[]>`
    WITH asked AS MATERIALIZED (SELECT decode(hash, 'hex') AS token FROM unnest(${hashes}::text[]) hash),
    found AS (
      SELECT s.*, asked.token, NULL::timestamptz AS until
        FROM asked JOIN subscriptions s ON s.token_hash = asked.token
      UNION ALL
      SELECT s.*, asked.token, s.old_token_until
        FROM asked JOIN subscriptions s ON s.old_token_hash = asked.token AND s.old_token_until > ${now})
    SELECT coalesce(json_agg(json_build_object('hash', encode(s.token, 'hex'),
        'oldUntil', floor(extract(epoch FROM s.until) * 1000), 'id', s.id, 'number', s.number, 'userId', s.user_id,
        'status', s.status, 'periodStartsAt', floor(extract(epoch FROM s.period_starts_at) * 1000),
        'expiresAt', floor(extract(epoch FROM s.expires_at) * 1000),
        'isExhausted', s.exhausted_at IS NOT NULL, 'trafficBytes', s.traffic_bytes::text,
        'uploadBytes', s.used_upload_bytes::text, 'downloadBytes', s.used_download_bytes::text,
        'locale', u.locale, 'name', p.name, 'nameFa', p.name_fa, 'namePt', p.name_pt,
        'inboundIds', ARRAY(SELECT c.inbound_id FROM user_configs c WHERE c.subscription_id = s.id AND c.is_active),
        'accounts', coalesce((
          SELECT json_agg(json_build_array(a.panel_id, encode(a.ciphertext, 'hex'), a.tunnel_address))
          FROM subscription_credentials a WHERE a.subscription_id = s.id AND a.actual_state = 'ACTIVE'), '[]')
      )), '[]')::text AS rows
    FROM found s JOIN users u ON u.id = s.user_id JOIN plans p ON p.id = s.plan_id`;
  const rows = JSON.parse(written?.rows ?? "[]") as Written[];
  return rows.map(fromWritten);
}
