import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { UpstreamActivation } from "@/lib/domain/supply/ports";

/** The activations of a supplier's list that no order of ours has. */
export async function findOrphans(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
  activations: UpstreamActivation[],
): Promise<UpstreamActivation[]> {
  const ids = activations.map(({ upstreamOrderId }) => upstreamOrderId);
  const ours = await deps.db.order.findMany({
    where: { providerId, upstreamOrderId: { in: ids } },
    select: { upstreamOrderId: true },
  });
  const known = new Set(ours.map(({ upstreamOrderId }) => upstreamOrderId));
  return activations.filter(({ upstreamOrderId }) => !known.has(upstreamOrderId));
}

/** How many purchases at this supplier still wait for their answer, by service code and country. */
export async function countInFlight(deps: Pick<KernelDeps, "db">, providerId: string): Promise<Map<string, number>> {
  const rows = await deps.db.$queryRaw<{ shelf: string; count: bigint }[]>`
    SELECT s.code || ':' || c.legacy_id AS shelf, count(*) AS count
    FROM orders o JOIN services s ON s.id = o.service_id JOIN countries c ON c.id = o.country_id
    WHERE o.provider_id = ${providerId}::uuid AND o.status = 'PENDING' AND o.resolve_reads = 0
      AND o.resolve_by > app_now()
    GROUP BY 1`;
  return new Map(rows.map(({ shelf, count }) => [shelf, Number(count)]));
}

export function shelfKey(shelf: { serviceCode: string; countryLegacyId: number }): string {
  return `${shelf.serviceCode}:${shelf.countryLegacyId}`;
}
