import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { databaseErrorCode, inTransaction } from "@/lib/domain/kernel/transaction";
import type { SaveOperatorInput } from "../edit-schema";
import { canEditCatalog } from "../policy";

const UNIQUE_VIOLATION = "23505";

function isTaken(error: unknown): boolean {
  const isPrismas = typeof error === "object" && error !== null && "code" in error && error.code === "P2002";
  return isPrismas || databaseErrorCode(error) === UNIQUE_VIOLATION;
}

/** Adds a mobile operator to a country, or renames one. Refusals: forbidden, not_found, value_taken (code). */
export async function saveOperator(
  deps: KernelDeps,
  actor: Actor,
  { id, countryId, code, name }: SaveOperatorInput,
): Promise<Result<{ operatorId: string }>> {
  if (!canEditCatalog(actor)) return refuse("forbidden");
  const operatorId = id ?? deps.ids.uuid();
  const work = () =>
    inTransaction<Result<{ operatorId: string }>>(deps, async (tx) => {
      const before = id ? await tx.operator.findUnique({ where: { id, countryId } }) : null;
      if (id && !before) return refuse("not_found");
      if ((await tx.country.count({ where: { id: countryId } })) === 0) throw new RefusalError("not_found");
      if (before) await tx.operator.update({ where: { id: operatorId }, data: { code, name } });
      else await tx.operator.create({ data: { id: operatorId, countryId, code, name } });
      await writeAudit(tx, actor, {
        action: before ? "operator.updated" : "operator.added",
        targetType: "operator",
        targetId: operatorId,
        before: before ? { code: before.code, name: before.name } : undefined,
        after: { countryId, code, name },
      });
      return ok({ operatorId });
    });
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) return refuse("value_taken", { field: "code" });
    throw error;
  }
}
