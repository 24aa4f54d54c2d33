import { z } from "zod";
import type { Plan } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { canSeeVpn } from "../policy";
import type { StaffPlanDetail, StaffPlanVersion, StaffPlanView } from "../staff-types";
import { gapOf, type SpeakingServer, speakingServers } from "./plan-places";

type Reads = Pick<KernelDeps, "db">;
interface Count {
  familyId: string;
  planId: string;
  isCurrent: boolean;
  live: number;
}

const textsSchema = z.array(z.string()).catch([]);

/** How many live on each version. */
async function liveCounts({ db }: Reads, familyId: string | null): Promise<Count[]> {
  return db.$queryRaw<Count[]>`
    SELECT p.family_id AS "familyId", p.id AS "planId", p.is_current AS "isCurrent", count(*)::int AS live
    FROM subscriptions s JOIN plans p ON p.id = s.plan_id
    WHERE s.status IN ('ACTIVE', 'SUSPENDED') AND (${familyId}::uuid IS NULL OR p.family_id = ${familyId}::uuid)
    GROUP BY p.id`;
}

const sum = (counts: readonly Count[]) => counts.reduce((total, { live }) => total + live, 0);

function planView(plan: Plan, counts: readonly Count[], servers: readonly SpeakingServer[]): StaffPlanView {
  const family = counts.filter(({ familyId }) => familyId === plan.familyId);
  return {
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
    features: textsSchema.parse(plan.features),
    featuresFa: textsSchema.parse(plan.featuresFa),
    featuresPt: textsSchema.parse(plan.featuresPt),
    protocols: plan.protocols,
    countryCodes: plan.countryCodes,
    isTrial: plan.isTrial,
    isActive: plan.isActive,
    sort: plan.sort,
    live: sum(family),
    liveOnOlder: sum(family.filter(({ isCurrent }) => !isCurrent)),
    ...gapOf(plan, servers),
    createdAt: plan.createdAt.toISOString(),
    updatedAt: plan.updatedAt.toISOString(),
  };
}

function versionView(plan: Plan, counts: readonly Count[]): StaffPlanVersion {
  return {
    id: plan.id,
    revision: plan.revision,
    isCurrent: plan.isCurrent,
    priceUsd: toDecimal(plan.priceMicros),
    priceToman: plan.priceToman?.toString() ?? null,
    durationDays: plan.durationDays,
    trafficBytes: plan.trafficBytes?.toString() ?? null,
    maxDevices: plan.maxDevices,
    protocols: plan.protocols,
    countryCodes: plan.countryCodes,
    live: sum(counts.filter(({ planId }) => planId === plan.id)),
    createdAt: plan.createdAt.toISOString(),
  };
}

/** Every plan that is edited now, in the order of the shop, with how many live on it. */
export async function listStaffPlans(deps: Reads, actor: Actor): Promise<StaffPlanView[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const [plans, counts, servers] = await Promise.all([
    deps.db.plan.findMany({ where: { isCurrent: true }, orderBy: [{ sort: "asc" }, { createdAt: "asc" }] }),
    liveCounts(deps, null),
    speakingServers(deps.db),
  ]);
  return plans.map((plan) => planView(plan, counts, servers));
}

/** The plan that any version's id names, as it is edited now, with all versions, newest first; null when there is none. */
export async function getStaffPlan(deps: Reads, actor: Actor, id: string): Promise<StaffPlanDetail | null> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  if (!z.uuid().safeParse(id).success) return null;
  const named = await deps.db.plan.findUnique({ where: { id }, select: { familyId: true } });
  if (!named) return null;
  const plan = await deps.db.plan.findFirstOrThrow({ where: { ...named, isCurrent: true } });
  const [versions, counts, servers] = await Promise.all([
    deps.db.plan.findMany({ where: { familyId: plan.familyId }, orderBy: { revision: "desc" } }),
    liveCounts(deps, plan.familyId),
    speakingServers(deps.db),
  ]);
  return {
    ...planView(plan, counts, servers),
    versions: versions.map((one) => versionView(one, counts)),
  };
}
