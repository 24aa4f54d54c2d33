import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ProviderCallRecord } from "../ports";

const KEEP_DAYS = 30;
const BATCH = 10_000;

/** Keeps calls in the transcript, each with the order it was about where one is known. One statement. */
export async function saveProviderCalls(
  deps: Pick<KernelDeps, "db">,
  calls: ProviderCallRecord[],
): Promise<void> {
  const rows = calls.map((call, turn) => ({ ...call, turn }));
  await deps.db.$executeRaw`
    INSERT INTO provider_calls (provider_id, order_id, action, request, response, outcome, duration_ms, created_at)
    SELECT p.id, coalesce(named.id, found.id), c.action, c.request, c.response, c.outcome, c."durationMs", c.at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c ("providerId" uuid, "orderId" uuid,
      "upstreamOrderId" text, action text, request jsonb, response text, outcome text, "durationMs" int, at timestamptz,
      turn int)
    JOIN providers p ON p.id = c."providerId"
    LEFT JOIN orders named ON named.id = c."orderId"
    LEFT JOIN orders found ON found.provider_id = c."providerId" AND found.upstream_order_id = c."upstreamOrderId"
    ORDER BY c.turn`;
}

/** Forgets calls older than 30 days, the oldest first. Returns how many. */
export function removeOldCalls(deps: Pick<KernelDeps, "db">): Promise<number> {
  return deps.db.$executeRaw`
    DELETE FROM provider_calls WHERE id IN (
      SELECT id FROM provider_calls WHERE created_at < now() - make_interval(days => ${KEEP_DAYS}::int)
      ORDER BY created_at LIMIT ${BATCH})`;
}
