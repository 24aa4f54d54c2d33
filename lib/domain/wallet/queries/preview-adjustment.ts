import { type Actor, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { adjustmentEntries } from "../adjustment";
import { canGrantCredit } from "../policy";
import { getBalance } from "../queries";
import type { AdjustmentPreview } from "../types";

/** What a grant would post, without posting. Refusals: forbidden, not_found, insufficient_funds. */
export async function previewAdjustment(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  { userId, amountMicros, mayOwe = false }: { userId: string; amountMicros: bigint; mayOwe?: boolean },
): Promise<Result<{ preview: AdjustmentPreview }>> {
  if (!canGrantCredit(actor)) return refuse("forbidden");
  if ((await deps.db.user.count({ where: { id: userId } })) === 0) return refuse("not_found");
  const balance = await getBalance(deps, customerScopeOf(userId));
  const { entries, missingMicros } = adjustmentEntries(balance, amountMicros);
  if (missingMicros > 0n && !mayOwe)
    return refuse("insufficient_funds", {
      missingMicros: missingMicros.toString(),
      availableMicros: balance.availableMicros.toString(),
    });
  return ok({
    preview: {
      entries,
      currency: balance.currency,
      seen: `${balance.availableMicros}/${balance.debtMicros}`,
    },
  });
}
