import type { Tx } from "@/lib/db/client";
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
import { priceWarnings } from "../price-rules";
import type { AddOfferInput } from "../price-schema";
import { cheapestCost } from "../queries/offer-cost";

type Named = Pick<AddOfferInput, "service" | "country" | "operator">;

/** Codes as people write them. Of several rows of a country the one that the shop shows. */
async function findShelf(tx: Tx, { service: code, country, operator }: Named) {
  const service = await tx.service.findFirst({ where: { OR: [{ code }, { slug: code }] } });
  if (!service) throw new RefusalError("invalid_input", { field: "service" });
  const legacyId = /^\d{1,9}$/.test(country) ? Number(country) : -1;
  const place = await tx.country.findFirst({
    where: { OR: [{ iso2: country.toUpperCase(), isCanonical: true }, { legacyId }] },
  });
  if (!place) throw new RefusalError("invalid_input", { field: "country" });
  const shelf = { serviceId: service.id, countryId: place.id };
  if (operator === "") return { service, shelf: { ...shelf, operatorId: null } };
  const found = await tx.operator.findFirst({ where: { countryId: place.id, code: operator } });
  if (!found) throw new RefusalError("invalid_input", { field: "operator" });
  return { service, shelf: { ...shelf, operatorId: found.id } };
}

/**
 * Puts a service on offer in a country, or with one operator of it; without a price at the service's own. Refusals:
 * forbidden, invalid_input (the field that names nothing), value_taken (it is on the list), price_needs_confirmation
 * (warnings, and what confirms just them).
 */
export async function addOffer(
  deps: KernelDeps,
  actor: Actor,
  { currentPriceMicros: typed, confirmed, ...named }: AddOfferInput,
): Promise<Result<{ offerId: string }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  return inTransaction<Result<{ offerId: string }>>(deps, async (tx) => {
    const { service, shelf } = await findShelf(tx, named);
    const price = typed ?? service.currentPriceMicros;
    const id = deps.ids.uuid();
    const prices = { currentPriceMicros: price, basePriceMicros: service.basePriceMicros };
    // Two at once wait for each other here; the second finds the first one's.
    const { count } = await tx.offer.createMany({
      data: [{ id, ...shelf, ...prices }],
      skipDuplicates: true,
    });
    if (count === 0) throw new RefusalError("value_taken", { field: "service" });
    const change = `new>${price}`;
    const warnings = priceWarnings(0n, price, await cheapestCost(tx, id));
    if (!isConfirmed(change, warnings, confirmed)) {
      throw new RefusalError("price_needs_confirmation", {
        warnings: warnings.join(","),
        confirm: warnedText(change, warnings),
      });
    }
    await writeAudit(tx, actor, {
      action: "offer.added",
      targetType: "offer",
      targetId: id,
      after: {
        ...named,
        currentPriceMicros: toDecimal(price),
        basePriceMicros: toDecimal(service.basePriceMicros),
      },
    });
    await writeEvent(tx, "price.changed", { offerId: id }, { subjectId: id });
    return ok({ offerId: id });
  });
}
