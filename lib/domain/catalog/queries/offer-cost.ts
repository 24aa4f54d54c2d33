import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** What the cheapest supplier that has numbers asks for the offer `f`; null when none says a cost. */
export const CHEAPEST_COST = Prisma.sql`
  (SELECT min(o.cost_micros) FROM supplier_offers o
   JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
   WHERE o.service_id = f.service_id AND o.country_id = f.country_id
     AND o.operator_id IS NOT DISTINCT FROM f.operator_id AND o.count > 0)`;

/** Own free numbers and what suppliers say they have for the offer `f`. */
export const OFFER_STOCK = Prisma.sql`
  ((SELECT count(*) FROM phone_number_services n
    JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
    WHERE n.service_id = f.service_id AND n.country_id = f.country_id
      AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL)
   + (SELECT coalesce(sum(o.count), 0) FROM supplier_offers o
      JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
      WHERE o.service_id = f.service_id AND o.country_id = f.country_id
        AND o.operator_id IS NOT DISTINCT FROM f.operator_id))`;

/** The same for one offer, inside the transaction that changes its price. */
export async function cheapestCost(tx: Tx, offerId: string): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ cost: bigint | null }[]>`
    SELECT ${CHEAPEST_COST} AS cost FROM offers f WHERE f.id = ${offerId}::uuid`;
  return row?.cost ?? null;
}
