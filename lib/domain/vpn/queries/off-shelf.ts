import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";

interface ShelvedPlan {
  familyId: string;
  isCurrent: boolean;
  isActive: boolean;
}

/**
 * Why nobody can buy a plan by these terms; null while somebody can. Refusals: plan_changed where it is sold by other terms
 * now, plan_withdrawn.
 */
export async function offShelf(
  db: Pick<KernelDeps["db"], "plan">,
  { familyId, isCurrent, isActive }: ShelvedPlan,
): Promise<Refusal | null> {
  if (isCurrent) return isActive ? null : refuse("plan_withdrawn");
  const sold = await db.plan.count({ where: { familyId, isCurrent: true, isActive: true } });
  return refuse(sold > 0 ? "plan_changed" : "plan_withdrawn");
}
