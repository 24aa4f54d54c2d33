import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { isRefusalError, RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { WithdrawImportInput } from "../number-schema";
import { canManageStock } from "../policy";
import { countImported } from "../queries/number-imports";

/** A hundred thousand numbers with all their services. */
const TIMEOUT_MS = 180_000;

/**
 * Takes every number of one import off the shelf that is on it, is held by no order and never had a code. Those that are
 * in use stay. `expected` is how many a preview told; fewer are left when some were rented since, more would be numbers
 * that nobody decided upon. Refusals: forbidden, not_found (no such import, or nothing of it is unused), conflict (unused).
 */
export async function withdrawImport(
  deps: KernelDeps,
  actor: Actor,
  { importId, expected, reason }: Omit<WithdrawImportInput, "isMeant">,
): Promise<Result<{ withdrawn: number; left: number }>> {
  if (!canManageStock(actor)) return refuse("forbidden");
  const there = await deps.db.numberImport.findUnique({
    where: { id: importId },
    select: { fileName: true },
  });
  if (!there) return refuse("not_found");
  try {
    return await deps.db.$transaction(
      async (tx) => {
        const before = await countImported(tx, importId);
        // A number that is being rented at this moment goes with its order to its end, as with any that is taken off.
        const [done] = await tx.$queryRaw<{ withdrawn: number }[]>`
          WITH gone AS (
            UPDATE phone_numbers p SET is_active = false, updated_at = now()
            WHERE p.import_id = ${importId}::uuid AND p.is_active AND NOT EXISTS (
              SELECT FROM phone_number_services n WHERE n.phone_number_id = p.id
                AND (n.live_order_id IS NOT NULL OR n.used_at IS NOT NULL))
            RETURNING p.id),
          shelves AS (
            UPDATE phone_number_services n SET is_allowed = false FROM gone WHERE n.phone_number_id = gone.id)
          SELECT count(*)::int AS withdrawn FROM gone`;
        const withdrawn = done?.withdrawn ?? 0;
        if (withdrawn === 0) throw new RefusalError("not_found");
        if (withdrawn > expected) throw new RefusalError("conflict", { unused: withdrawn });
        const after = await countImported(tx, importId);
        await writeAudit(tx, actor, {
          action: "numbers.import_withdrawn",
          targetType: "number_import",
          targetId: importId,
          before: { fileName: there.fileName, ...before },
          after: { fileName: there.fileName, ...after },
          reason,
        });
        return ok({ withdrawn, left: after.held + after.used });
      },
      { maxWait: 10_000, timeout: TIMEOUT_MS },
    );
  } catch (error) {
    if (isRefusalError(error)) return refuse(error.patchbayCode, error.details);
    throw error;
  }
}
