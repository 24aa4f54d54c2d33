import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canChangeVpn } from "../policy";
import { gapOf, type PlanGap, speakingServers } from "./plan-places";

/** What taking a plan off the shelf or putting it back touches. */
export interface ShelfEffect {
  /** Subscriptions that live on any version of it. */
  live: number;
  /** Those of them that renew by themselves, which needs the plan on the shelf. */
  renewing: number;
  gap: PlanGap;
}

/** Says whom withdrawing or offering a plan touches. Refusals: forbidden, not_found. */
export async function previewPlanShelf(
  { db }: Pick<KernelDeps, "db">,
  actor: Actor,
  planId: string,
): Promise<Result<{ effect: ShelfEffect }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const plan = await db.plan.findUnique({ where: { id: planId, isCurrent: true } });
  if (!plan) return refuse("not_found");
  const where = {
    plan: { familyId: plan.familyId },
    status: { in: ["ACTIVE" as const, "SUSPENDED" as const] },
  };
  const [live, renewing, servers] = await Promise.all([
    db.subscription.count({ where }),
    db.subscription.count({ where: { ...where, isAutoRenew: true } }),
    speakingServers(db),
  ]);
  return ok({ effect: { live, renewing, gap: gapOf(plan, servers) } });
}
