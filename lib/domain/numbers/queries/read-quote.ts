import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ProviderCandidate } from "@/lib/domain/supply/types";

export interface QuoteInput {
  userId: string;
  service: string;
  country: string;
  operator?: string | undefined;
  idempotencyScope: string;
  idempotencyKey: string;
}

/** A provider with what its own times need. */
export interface QuoteProvider extends ProviderCandidate {
  windowSeconds: number;
  cancelAfterSeconds: number;
}

export interface Quote {
  service: {
    id: string;
    code: string;
    name: string;
    minVerificationLevel: number;
    isProhibited: boolean;
  } | null;
  country: { id: string; legacyId: number; name: string } | null;
  /** The one that was asked for, where the country has it. */
  operator: { id: string; code: string } | null;
  offer: { id: string; priceMicros: bigint } | null;
  providers: QuoteProvider[];
  /** An order that was made before under the same key. */
  prior: { id: string; requestHash: string } | null;
  isEmailVerified: boolean;
}

interface QuoteRow {
  service_id: string | null;
  service_code: string;
  service_name: string;
  min_verification_level: number;
  is_prohibited: boolean;
  country_id: string | null;
  legacy_id: number;
  country_name: string;
  operator_id: string | null;
  operator_code: string;
  offer_id: string | null;
  price: bigint;
  prior_id: string | null;
  prior_hash: string;
  is_email_verified: boolean | null;
  providers: (Omit<QuoteProvider, "costMicros"> & { costMicros: string | null })[];
}

/** Legacy ids of the protocol are plain digits. */
function legacyIdOf(country: string): number | null {
  return /^\d{1,5}$/.test(country) ? Number(country) : null;
}

/**
 * Everything that decides a rent, in one grouped read: service, country, price, who could serve it, and whether the
 * same request was made before.
 */
export async function readQuote(deps: Pick<KernelDeps, "db">, input: QuoteInput): Promise<Quote> {
  const service = input.service.toLowerCase();
  const operator = input.operator?.toLowerCase() ?? null;
  const rows = await deps.db.$queryRaw<QuoteRow[]>`
    SELECT s.id AS service_id, s.code AS service_code, s.name AS service_name, s.min_verification_level,
      s.is_prohibited, c.id AS country_id, c.legacy_id, c.name_en AS country_name, op.id AS operator_id, op.code AS operator_code,
      f.id AS offer_id, coalesce(own_price.current_price_micros, f.current_price_micros) AS price, prior.id AS prior_id, prior.request_hash AS prior_hash,
      (SELECT u.email_verified_at IS NOT NULL FROM users u WHERE u.id = ${input.userId}::uuid) AS is_email_verified,
      (SELECT coalesce(json_agg(json_build_object(
          'id', p.id, 'code', p.code, 'kind', p.kind, 'priority', p.priority, 'isActive', p.is_active,
          'isPaused', coalesce(p.paused_until > now(), false), 'windowSeconds', p.window_seconds,
          'cancelAfterSeconds', p.cancel_after_seconds, 'costMicros', so.cost_micros::text,
          'stock', CASE p.kind WHEN 'OWN_STOCK' THEN (
            SELECT count(*) FROM (
              SELECT 1 FROM phone_number_services n
              WHERE n.provider_id = p.id AND n.service_id = s.id AND n.country_id = c.id
                AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
                AND (op.id IS NULL OR EXISTS (
                  SELECT FROM phone_numbers number WHERE number.id = n.phone_number_id AND number.operator_id = op.id))
              LIMIT 1) free)
            ELSE coalesce(so.count, 0) END)), '[]')
        FROM providers p
        LEFT JOIN supplier_offers so ON so.provider_id = p.id AND so.service_id = s.id AND so.country_id = c.id
          AND so.operator_id IS NOT DISTINCT FROM op.id
        WHERE p.is_active) AS providers
    FROM (VALUES (1)) one
    LEFT JOIN LATERAL (
      SELECT * FROM services WHERE (slug = ${service} OR code = ${service}) AND is_active
      ORDER BY slug = ${service} DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (
      SELECT * FROM countries
      WHERE is_active AND (legacy_id = ${legacyIdOf(input.country)}::int
        OR (iso2 = ${input.country.toUpperCase()} AND is_canonical)) LIMIT 1) c ON true
    LEFT JOIN operators op ON op.country_id = c.id AND op.code = ${operator}
    LEFT JOIN offers f ON f.service_id = s.id AND f.country_id = c.id AND f.operator_id IS NULL AND f.is_active
    LEFT JOIN offers own_price ON own_price.service_id = s.id AND own_price.operator_id = op.id AND own_price.is_active
    LEFT JOIN orders prior ON prior.user_id = ${input.userId}::uuid
      AND prior.idempotency_scope = ${input.idempotencyScope} AND prior.idempotency_key = ${input.idempotencyKey}`;
  const row = rows[0];
  if (!row) throw new Error("the quote has no row");
  return {
    service: row.service_id
      ? {
          id: row.service_id,
          code: row.service_code,
          name: row.service_name,
          minVerificationLevel: row.min_verification_level,
          isProhibited: row.is_prohibited,
        }
      : null,
    country: row.country_id ? { id: row.country_id, legacyId: row.legacy_id, name: row.country_name } : null,
    operator: row.operator_id ? { id: row.operator_id, code: row.operator_code } : null,
    offer: row.offer_id ? { id: row.offer_id, priceMicros: row.price } : null,
    providers: row.providers.map((provider) => ({
      ...provider,
      costMicros: provider.costMicros === null ? null : BigInt(provider.costMicros),
    })),
    prior: row.prior_id ? { id: row.prior_id, requestHash: row.prior_hash } : null,
    isEmailVerified: row.is_email_verified ?? false,
  };
}
