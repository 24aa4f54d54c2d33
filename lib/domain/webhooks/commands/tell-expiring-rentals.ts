import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { fact } from "../fact";
import { aboutOrder, findOrder, orderData } from "../queries/order-facts";
import { tellFact } from "./make-deliveries";

/** So long before its end a rental is told of. */
const AHEAD_HOURS = 24;
const BATCH = 200;

interface Expiring {
  id: string;
  user_id: string;
}

/**
 * Tells once of each rental whose end is less than a day away, and once more after it was prolonged. Looks at those
 * alone whose owner wants to hear of it. Returns how many were looked at.
 */
export async function tellExpiringRentals(deps: KernelDeps): Promise<number> {
  const due = await deps.db.$queryRaw<Expiring[]>`
    SELECT o.id, o.user_id FROM orders o
    WHERE o.kind = 'RENTAL' AND o.status = 'ACTIVE' AND o.expires_at > app_now()
      AND o.expires_at <= app_now() + make_interval(hours => ${AHEAD_HOURS})
      AND EXISTS (SELECT 1 FROM webhook_endpoints e
        WHERE e.user_id = o.user_id AND e.disabled_at IS NULL AND 'rental.expiring' = ANY(e.events)
          AND e.is_sandbox = o.is_sandbox AND (e.project_id IS NULL OR e.project_id = o.project_id)
          AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.endpoint_id = e.id
            AND d.source_key = 'rental.expiring:' || o.id || ':' || extract(epoch FROM o.expires_at)::bigint))
    ORDER BY o.expires_at LIMIT ${BATCH}`;
  for (const { id, user_id: userId } of due) {
    const row = await findOrder(deps, id);
    if (!row?.expiresAt) continue;
    const endpoints = await deps.db.webhookEndpoint.findMany({ where: { userId, disabledAt: null } });
    const told = fact({
      ...aboutOrder(row, deps.clock.now()),
      type: "rental.expiring",
      sourceKey: `rental.expiring:${id}:${Math.floor(row.expiresAt.getTime() / 1_000)}`,
      data: { order: orderData(row) },
    });
    const [last] = await deps.db.$queryRaw<{ id: bigint }[]>`
      SELECT coalesce(max(id), 0)::bigint AS id FROM outbox_events`;
    await tellFact(deps, endpoints, told, last?.id ?? 0n);
  }
  return due.length;
}
