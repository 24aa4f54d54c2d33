import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { isConfirmed, warnedText } from "@/lib/domain/kernel/warned";
import { canEditCatalog } from "../policy";
import { type BulkDiscount, discountProblem, priceWarnings } from "../price-rules";
import type { UpdateOfferInput } from "../price-schema";
import { cheapestCost } from "../queries/offer-cost";
import { changesBetween, refuseStale } from "./versioned-edit";

interface StoredDiscount {
  minQuantity: number;
  pricePerMicros: string;
}

/** As they are written in the audit row and shown after a clash: "10: 0.30, 50: 0.25". */
function discountText(
  discounts: readonly { minQuantity: number; pricePerMicros: bigint | string }[],
): string {
  return discounts.map((one) => `${one.minQuantity}: ${toDecimal(BigInt(one.pricePerMicros))}`).join(", ");
}

function stored(discounts: readonly BulkDiscount[]) {
  return discounts.map((one) => ({ ...one, pricePerMicros: one.pricePerMicros.toString() }));
}

/**
 * Saves an offer's prices, quantity discounts and whether it is on offer. Refusals: forbidden, not_found,
 * changed_meanwhile (what stands now), invalid_input (the discount's place), price_needs_confirmation (warnings, and
 * what confirms just them).
 */
export async function updateOfferPrice(
  deps: KernelDeps,
  actor: Actor,
  { id, version, reason, confirmed, bulkDiscounts, ...prices }: UpdateOfferInput,
): Promise<Result<{ version: number }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const wrong = discountProblem(bulkDiscounts, prices.currentPriceMicros);
  if (wrong !== null) return refuse("invalid_input", { field: `price${wrong}` });
  const typed = { ...prices, bulkDiscounts: discountText(bulkDiscounts) };
  return inTransaction<Result<{ version: number }>>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM offers WHERE id = ${id}::uuid FOR UPDATE`;
    const offer = await tx.offer.findUnique({ where: { id } });
    if (!offer) return refuse("not_found");
    const current = {
      version: offer.version,
      currentPriceMicros: offer.currentPriceMicros,
      basePriceMicros: offer.basePriceMicros,
      isActive: offer.isActive,
      bulkDiscounts: discountText(offer.bulkDiscounts as unknown as StoredDiscount[]),
    };
    if (offer.version !== version) refuseStale(current, typed);
    const changes = changesBetween(current, typed);
    if (!changes) return ok({ version });
    const from = offer.currentPriceMicros;
    const to = prices.currentPriceMicros;
    if (from !== to) {
      const warnings = priceWarnings(from, to, await cheapestCost(tx, id));
      const change = `${from}>${to}`;
      if (!isConfirmed(change, warnings, confirmed)) {
        throw new RefusalError("price_needs_confirmation", {
          warnings: warnings.join(","),
          confirm: warnedText(change, warnings),
        });
      }
      const changedBy = actor.kind === "user" ? actor.userId : null;
      await tx.priceChange.create({
        data: { offerId: id, changedBy, fromMicros: from, toMicros: to, reason: reason || null },
      });
    }
    await tx.offer.update({
      where: { id },
      data: { ...prices, bulkDiscounts: stored(bulkDiscounts), version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "offer.updated",
      targetType: "offer",
      targetId: id,
      before: changes.before,
      after: changes.after,
      reason: reason || undefined,
    });
    await writeEvent(tx, "price.changed", { offerId: id }, { subjectId: id });
    return ok({ version: version + 1 });
  });
}
