import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { UpdateCountryInput } from "../edit-schema";
import { canEditCatalog } from "../policy";
import { changesBetween, refuseStale } from "./versioned-edit";

export const COUNTRY_FIELDS = {
  nameEn: true,
  nameFa: true,
  namePtBr: true,
  iso2: true,
  legacyId: true,
  isCanonical: true,
  fiveSimName: true,
  phoneCode: true,
  isActive: true,
  sortOrder: true,
} as const;

/**
 * Saves a country as the form shows it. Refusals: forbidden, not_found, changed_meanwhile, value_taken (legacyId;
 * fiveSimName of another country; iso2 or isCanonical where another row with this ISO code is the one the shop shows).
 */
export async function updateCountry(
  deps: KernelDeps,
  actor: Actor,
  { id, version, ...typed }: UpdateCountryInput,
): Promise<Result<{ version: number }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  return inTransaction<Result<{ version: number }>>(deps, async (tx) => {
    // The whole table is small: with it locked no second row becomes the canonical one.
    await tx.$executeRaw`LOCK TABLE countries IN SHARE ROW EXCLUSIVE MODE`;
    const current = await tx.country.findUnique({
      where: { id },
      select: { ...COUNTRY_FIELDS, version: true },
    });
    if (!current) return refuse("not_found");
    if (current.version !== version) refuseStale(current, typed);
    const changes = changesBetween(current, typed);
    if (!changes) return ok({ version });
    const others = { id: { not: id } };
    if ((await tx.country.count({ where: { ...others, legacyId: typed.legacyId } })) > 0) {
      throw new RefusalError("value_taken", { field: "legacyId" });
    }
    const shown = { ...others, iso2: typed.iso2, isCanonical: true };
    if (typed.isCanonical && (await tx.country.count({ where: shown })) > 0) {
      throw new RefusalError("value_taken", { field: "iso2" in changes.after ? "iso2" : "isCanonical" });
    }
    // Rows of one country share the name: the protocol answers with the one that is shown.
    const called = { ...others, fiveSimName: typed.fiveSimName, iso2: { not: typed.iso2 } };
    const isRenamed = typed.fiveSimName !== null && "fiveSimName" in changes.after;
    if (isRenamed && (await tx.country.count({ where: called })) > 0) {
      throw new RefusalError("value_taken", { field: "fiveSimName" });
    }
    await tx.country.update({ where: { id }, data: { ...typed, version: { increment: 1 } } });
    await writeAudit(tx, actor, {
      action: "country.updated",
      targetType: "country",
      targetId: id,
      before: changes.before,
      after: changes.after,
    });
    return ok({ version: version + 1 });
  });
}
