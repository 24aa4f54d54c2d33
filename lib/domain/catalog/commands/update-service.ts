import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { UpdateServiceInput } from "../edit-schema";
import { canEditCatalog } from "../policy";
import { changesBetween, refuseStale } from "./versioned-edit";

/** The fields that an admin edits, by their names in the table. */
export const SERVICE_FIELDS = {
  name: true,
  code: true,
  slug: true,
  fiveSimName: true,
  category: true,
  description: true,
  aliases: true,
  matchWords: true,
  basePriceMicros: true,
  currentPriceMicros: true,
  isActive: true,
  isFreeAllowed: true,
  freeDailyLimit: true,
  minVerificationLevel: true,
  isProhibited: true,
  prohibitedReason: true,
  sortOrder: true,
} as const;

/**
 * Saves a service as the form shows it. A decision about its policy counts as reviewed by a person. Refusals: forbidden,
 * not_found, changed_meanwhile (version and what stands now), value_taken (field).
 */
export async function updateService(
  deps: KernelDeps,
  actor: Actor,
  { id, version, basePrice, currentPrice, ...rest }: UpdateServiceInput,
): Promise<Result<{ version: number }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const typed = {
    ...rest,
    prohibitedReason: rest.isProhibited ? rest.prohibitedReason : null,
    basePriceMicros: basePrice,
    currentPriceMicros: currentPrice,
  };
  return inTransaction<Result<{ version: number }>>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM services WHERE id = ${id}::uuid FOR UPDATE`;
    const current = await tx.service.findUnique({
      where: { id },
      select: { ...SERVICE_FIELDS, version: true },
    });
    if (!current) return refuse("not_found");
    if (current.version !== version) refuseStale(current, typed);
    const changes = changesBetween(current, typed);
    if (!changes) return ok({ version });
    for (const field of ["code", "slug", "fiveSimName"] as const) {
      if (!(field in changes.after) || typed[field] === null) continue;
      const taken = await tx.service.count({ where: { [field]: typed[field], id: { not: id } } });
      if (taken > 0) throw new RefusalError("value_taken", { field });
    }
    const isDecided = "isProhibited" in changes.after || "prohibitedReason" in changes.after;
    await tx.service.update({
      where: { id },
      data: {
        ...typed,
        version: { increment: 1 },
        ...(isDecided ? { policyReviewedAt: deps.clock.securityNow() } : {}),
      },
    });
    await writeAudit(tx, actor, {
      action: "service.updated",
      targetType: "service",
      targetId: id,
      before: changes.before,
      after: changes.after,
    });
    return ok({ version: version + 1 });
  });
}
