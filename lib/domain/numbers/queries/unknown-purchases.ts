import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Which of these activations of a supplier belong to orders of ours. */
export async function findKnownActivations(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
  upstreamOrderIds: string[],
): Promise<Set<string>> {
  const ours = await deps.db.order.findMany({
    where: { providerId, upstreamOrderId: { in: upstreamOrderIds } },
    select: { upstreamOrderId: true },
  });
  return new Set(ours.flatMap(({ upstreamOrderId }) => upstreamOrderId ?? []));
}

type Counted = { shelf: string; count: bigint }[];

function byShelf(rows: Counted): Map<string, number> {
  return new Map(rows.map(({ shelf, count }) => [shelf, Number(count)]));
}

/** How many purchases at this supplier still wait for their answer, by service code and country. */
export async function countInFlight(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
): Promise<Map<string, number>> {
  const rows = await deps.db.$queryRaw<Counted>`
    SELECT s.code || ':' || c.legacy_id AS shelf, count(*) AS count
    FROM orders o JOIN services s ON s.id = o.service_id JOIN countries c ON c.id = o.country_id
    WHERE o.provider_id = ${providerId}::uuid AND o.status = 'PENDING' AND o.resolve_reads = 0
      AND o.resolve_by > app_now()
    GROUP BY 1`;
  return byShelf(rows);
}

/** How many orders at this supplier have no number yet, in flight or being found out, by service code and country. */
export async function countUndecided(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
): Promise<Map<string, number>> {
  const rows = await deps.db.$queryRaw<Counted>`
    SELECT s.code || ':' || c.legacy_id AS shelf, count(*) AS count
    FROM orders o JOIN services s ON s.id = o.service_id JOIN countries c ON c.id = o.country_id
    WHERE o.provider_id = ${providerId}::uuid AND o.status = 'PENDING'
    GROUP BY 1`;
  return byShelf(rows);
}

export function shelfKey(shelf: { serviceCode: string; countryLegacyId: number }): string {
  return `${shelf.serviceCode}:${shelf.countryLegacyId}`;
}
