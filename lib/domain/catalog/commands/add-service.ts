import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { AddServiceInput } from "../edit-schema";
import { canEditCatalog } from "../policy";

/** Takes turns with whoever adds another: names that must be one service's alone are compared first. */
const TURN = "patchbay.service.add";

/**
 * Adds a service at the end of the list. Messages that name it are its own; it is sold where it is put on offer.
 * Refusals: forbidden, value_taken (code, slug or fiveSimName).
 */
export async function addService(
  deps: KernelDeps,
  actor: Actor,
  { currentPrice, ...named }: AddServiceInput,
): Promise<Result<{ serviceId: string }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  return inTransaction<Result<{ serviceId: string }>>(deps, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${TURN}))`;
    for (const field of ["code", "slug", "fiveSimName"] as const) {
      if (named[field] === null) continue;
      const taken = await tx.service.count({ where: { [field]: named[field] } });
      if (taken > 0) throw new RefusalError("value_taken", { field });
    }
    const last = await tx.service.aggregate({ _max: { sortOrder: true } });
    const id = deps.ids.uuid();
    await tx.service.create({
      data: {
        id,
        ...named,
        basePriceMicros: currentPrice,
        currentPriceMicros: currentPrice,
        matchWords: [named.name.toLowerCase()],
        sortOrder: (last._max.sortOrder ?? 0) + 1,
        policyReviewedAt: deps.clock.securityNow(),
      },
    });
    await writeAudit(tx, actor, {
      action: "service.added",
      targetType: "service",
      targetId: id,
      after: { ...named, currentPriceMicros: toDecimal(currentPrice) },
    });
    return ok({ serviceId: id });
  });
}
