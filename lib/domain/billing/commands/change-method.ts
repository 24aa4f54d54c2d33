import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { MethodSettingsInput } from "../inputs";
import { canMoveMoney } from "../policy";
import { methodState } from "../queries/top-up-usage";
import { feePercent } from "../top-up-rules";
import type { MethodState } from "../types";

const settingsOf = ({ isOn, minimumMicros, maximumMicros, feeBps }: Omit<MethodState, "method">) => ({
  isOn,
  minimum: toDecimal(minimumMicros),
  maximum: toDecimal(maximumMicros),
  feePercent: feePercent(feeBps),
});

/** Somebody saved first: what stands now, by the names of the form. */
function stale(current: MethodState): Refusal {
  const { isOn, minimum, maximum, feePercent: fee } = settingsOf(current);
  return refuse("changed_meanwhile", {
    version: current.version,
    "now:isOn": isOn,
    "now:minimum": minimum,
    "now:maximum": maximum,
    "now:feePercent": fee,
  });
}

/**
 * Saves how a way of paying is run; invoices that exist keep their terms. Refusals: forbidden, invalid_input (field:
 * the most is below the least), changed_meanwhile (version and what stands now).
 */
export async function changeMethod(
  deps: KernelDeps,
  actor: Actor,
  { method, version, ...typed }: MethodSettingsInput,
): Promise<Result<{ version: number }>> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  if (typed.maximumMicros < typed.minimumMicros) return refuse("invalid_input", { field: "maximum" });
  return inTransaction<Result<{ version: number }>>(deps, async (tx) => {
    // One writer of a method at a time, also before its row exists.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.method.${method}`}))`;
    const current = await methodState(tx, method);
    if (current.version !== version) return stale(current);
    const next = version + 1;
    await tx.gatewayState.upsert({
      where: { method },
      create: { method, ...typed, version: next },
      update: { ...typed, version: next },
    });
    await writeAudit(tx, actor, {
      action: "payment_method.changed",
      targetType: "payment_method",
      targetId: method,
      before: settingsOf(current),
      after: settingsOf({ ...typed, version: next }),
    });
    return ok({ version: next });
  });
}
