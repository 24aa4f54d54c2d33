import type { ProviderTerms } from "@/lib/domain/supply/types";
import type { NumbersDeps } from "../ports";

/**
 * The suppliers whose turn it is: something of ours is live there, and nobody asked for their interval. Whoever claims
 * asks, so that several processes are one poller.
 */
export function claimPolls(deps: NumbersDeps): Promise<ProviderTerms[]> {
  return deps.db.$queryRaw<ProviderTerms[]>`
    UPDATE providers p SET polled_at = now()
    WHERE p.kind = 'SMS_ACTIVATE' AND p.is_active
      AND (p.polled_at IS NULL OR p.polled_at <= now() - p.poll_interval_ms * interval '1 millisecond')
      AND EXISTS (SELECT FROM orders o WHERE o.provider_id = p.id AND o.status = 'ACTIVE' AND NOT o.is_sandbox)
    RETURNING p.id, p.code, p.kind::text AS kind, p.base_url AS "baseUrl", p.credentials,
      p.window_seconds AS "windowSeconds", p.cancel_after_seconds AS "cancelAfterSeconds"`;
}
