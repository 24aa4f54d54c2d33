import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeCatalog } from "../policy";
import type { OfferDetail, PriceChangeView } from "../types";
import { readOfferRow } from "./list-offers";

const SHOWN_CHANGES = 200;

interface ChangeRow {
  id: bigint;
  from_micros: bigint | null;
  to_micros: bigint;
  reason: string | null;
  batch_id: string | null;
  username: string | null;
  created_at: Date;
}

function changeView(row: ChangeRow): PriceChangeView {
  return {
    id: row.id.toString(),
    from: row.from_micros === null ? null : toDecimal(row.from_micros),
    to: toDecimal(row.to_micros),
    reason: row.reason,
    batchId: row.batch_id,
    changedBy: row.username,
    at: row.created_at.toISOString(),
  };
}

/** One offer with its quantity discounts and the history of its price; null when there is none. */
export async function getOfferDetail(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<Result<{ offer: OfferDetail | null }>> {
  if (!canSeeCatalog(actor)) return refuse("forbidden");
  const [row, own, changes] = await Promise.all([
    readOfferRow(deps, id),
    deps.db.offer.findUnique({ where: { id }, select: { bulkDiscounts: true, createdAt: true } }),
    deps.db.$queryRaw<ChangeRow[]>`
      SELECT h.id, h.from_micros, h.to_micros, h.reason, h.batch_id, u.username, h.created_at
      FROM price_changes h LEFT JOIN users u ON u.id = h.changed_by
      WHERE h.offer_id = ${id}::uuid ORDER BY h.id DESC LIMIT ${SHOWN_CHANGES}`,
  ]);
  if (!row || !own) return ok({ offer: null });
  const discounts = own.bulkDiscounts as unknown as { minQuantity: number; pricePerMicros: string }[];
  return ok({
    offer: {
      ...row,
      bulkDiscounts: discounts.map(({ minQuantity, pricePerMicros }) => ({
        minQuantity,
        pricePer: toDecimal(BigInt(pricePerMicros)),
      })),
      changes: changes.map(changeView),
      createdAt: own.createdAt.toISOString(),
    },
  });
}
