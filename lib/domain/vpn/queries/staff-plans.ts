import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { canSeeVpn } from "../policy";
import type { StaffPlanView } from "../staff-types";

/** Every plan that is edited now, in the order of the shop, with how many live on it. */
export async function listStaffPlans(deps: Pick<KernelDeps, "db">, actor: Actor): Promise<StaffPlanView[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const [plans, counts] = await Promise.all([
    deps.db.plan.findMany({ where: { isCurrent: true }, orderBy: [{ sort: "asc" }, { createdAt: "asc" }] }),
    deps.db.$queryRaw<{ family_id: string; is_current: boolean; live: number }[]>`
      SELECT p.family_id, p.is_current, count(*)::int AS live
      FROM subscriptions s JOIN plans p ON p.id = s.plan_id
      WHERE s.status IN ('ACTIVE', 'SUSPENDED') GROUP BY p.family_id, p.is_current`,
  ]);
  const liveOf = (familyId: string, isCurrent: boolean) =>
    counts.find((row) => row.family_id === familyId && row.is_current === isCurrent)?.live ?? 0;
  return plans.map((plan) => ({
    id: plan.id,
    familyId: plan.familyId,
    version: plan.version,
    revision: plan.revision,
    tier: plan.tier,
    name: plan.name,
    nameFa: plan.nameFa,
    namePt: plan.namePt,
    priceUsd: toDecimal(plan.priceMicros),
    priceToman: plan.priceToman?.toString() ?? null,
    durationDays: plan.durationDays,
    trafficBytes: plan.trafficBytes?.toString() ?? null,
    maxDevices: plan.maxDevices,
    features: plan.features,
    featuresFa: plan.featuresFa,
    featuresPt: plan.featuresPt,
    protocols: plan.protocols,
    countryCodes: plan.countryCodes,
    isTrial: plan.isTrial,
    isActive: plan.isActive,
    sort: plan.sort,
    live: liveOf(plan.familyId, true) + liveOf(plan.familyId, false),
    liveOnOlder: liveOf(plan.familyId, false),
    createdAt: plan.createdAt.toISOString(),
    updatedAt: plan.updatedAt.toISOString(),
  }));
}
