import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";

/** What one supplier said it has, and for how much. */
export interface SupplierOfferView {
  id: string;
  provider: { id: string; name: string };
  operator: string | null;
  /** Decimal string, USD. */
  cost: string;
  count: number;
  /** ISO, real time. */
  seenAt: string;
}

/** What suppliers have of one service in one country, the cheapest first; for staff pages. */
export async function listSupplierOffers(
  deps: Pick<KernelDeps, "db">,
  { serviceId, countryId }: { serviceId: string; countryId: string },
): Promise<SupplierOfferView[]> {
  const rows = await deps.db.supplierOffer.findMany({
    where: { serviceId, countryId },
    orderBy: { costMicros: "asc" },
    include: { provider: { select: { id: true, name: true } }, operator: { select: { name: true } } },
    take: 200,
  });
  return rows.map(({ id, provider, operator, costMicros, count, seenAt }) => ({
    id,
    provider,
    operator: operator?.name ?? null,
    cost: toDecimal(costMicros),
    count,
    seenAt: seenAt.toISOString(),
  }));
}
