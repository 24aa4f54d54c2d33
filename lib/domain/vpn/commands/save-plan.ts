import type { Tx } from "@/lib/db/client";
import type { Plan } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { changesBetween, refuseStale } from "@/lib/domain/catalog/commands/versioned-edit";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { gigabytes } from "../bytes";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import { gapOf, speakingServers } from "../queries/plan-places";
import type { PlanInput, SavePlanInput } from "../schema";

export interface SavedPlan {
  planId: string;
  revision: number;
  /** The version before stays for those who were promised its terms. */
  isNewRevision: boolean;
}

function columnsOf({ price, trafficGb, ...plan }: PlanInput) {
  return {
    ...plan,
    priceMicros: price,
    trafficBytes: trafficGb === null ? null : gigabytes(trafficGb),
  };
}

type Columns = ReturnType<typeof columnsOf>;

/** What a buyer pays for: it never changes in a row that somebody may have seen. */
const TERMS = [
  "priceMicros",
  "priceToman",
  "durationDays",
  "trafficBytes",
  "maxDevices",
  "protocols",
  "countryCodes",
  "isTrial",
] as const;

function valuesOf(plan: Plan | Columns) {
  const text = (value: unknown) => JSON.stringify(value);
  return {
    tier: plan.tier,
    name: plan.name,
    nameFa: plan.nameFa,
    namePt: plan.namePt,
    features: text(plan.features),
    featuresFa: text(plan.featuresFa),
    featuresPt: text(plan.featuresPt),
    isActive: plan.isActive,
    sort: plan.sort,
    priceMicros: plan.priceMicros,
    priceToman: plan.priceToman?.toString() ?? null,
    durationDays: plan.durationDays,
    trafficBytes: plan.trafficBytes?.toString() ?? null,
    maxDevices: plan.maxDevices,
    protocols: [...plan.protocols].toSorted(),
    countryCodes: [...plan.countryCodes].toSorted(),
    isTrial: plan.isTrial,
  };
}

async function createPlan(deps: VpnDeps, tx: Tx, actor: Actor, columns: Columns): Promise<SavedPlan> {
  const id = deps.ids.uuid();
  const created = await tx.plan.create({ data: { id, familyId: id, ...columns } });
  const changes = changesBetween({}, valuesOf(created));
  await writeAudit(tx, actor, {
    action: "plan.created",
    targetType: "plan",
    targetId: id,
    ...(changes ? { after: changes.after } : {}),
  });
  return { planId: id, revision: created.revision, isNewRevision: false };
}

/** What decides where a plan leads, and whether anybody is sent there. */
const REACH = ["protocols", "countryCodes", "isActive"] as const;

/** A plan on the shelf that leads nowhere, or names countries without a server; null where every one is served. */
async function gapRefusal(tx: Tx, plan: Columns): Promise<Refusal | null> {
  if (!plan.isActive) return null;
  const { places, emptyCountries } = gapOf(plan, await speakingServers(tx));
  if (places > 0 && emptyCountries.length === 0) return null;
  return refuse("plan_without_server", {
    field: "countryCodes",
    found: emptyCountries.join(", ") || "none",
  });
}

/**
 * Whether its terms are promised to somebody: it is on the shelf, where a page or a dialog may be open on them, somebody
 * bought them, an invoice was made out for them, whatever became of that, or a renewal by them was announced.
 */
async function isPromised(tx: Tx, { id: planId, isActive }: Plan): Promise<boolean> {
  if (isActive) return true;
  const [purchases, invoices, renewals] = await Promise.all([
    tx.planPurchase.count({ where: { planId }, take: 1 }),
    tx.invoice.count({ where: { planId }, take: 1 }),
    tx.subscription.count({ where: { renewalPlanId: planId }, take: 1 }),
  ]);
  return purchases + invoices + renewals > 0;
}

/**
 * Saves a plan as its form shows it. Terms that are promised to somebody stay in their row: the plan goes on in a new
 * version, and those who have the old one keep it until they renew. Refusals: forbidden, not_found, changed_meanwhile,
 * plan_without_server (found: its countries without one, or "none"), unless it is to lead nowhere.
 */
export async function savePlan(
  deps: VpnDeps,
  actor: Actor,
  input: SavePlanInput,
): Promise<Result<SavedPlan>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const columns = columnsOf(input.plan);
  return inTransaction<Result<SavedPlan>>(deps, async (tx) => {
    const { planId, leadsNowhere } = input;
    if (planId === undefined) {
      const gap = leadsNowhere ? null : await gapRefusal(tx, columns);
      return gap ?? ok(await createPlan(deps, tx, actor, columns));
    }
    await tx.$queryRaw`SELECT id FROM plans WHERE id = ${planId}::uuid FOR UPDATE`;
    const current = await tx.plan.findUnique({ where: { id: planId } });
    if (!current) throw new RefusalError("not_found");
    const [before, after] = [valuesOf(current), valuesOf(columns)];
    if (!current.isCurrent || current.version !== input.version)
      refuseStale({ ...before, version: current.version }, after);
    const changes = changesBetween(before, after);
    if (!changes) return ok({ planId, revision: current.revision, isNewRevision: false });
    const changesReach = REACH.some((term) => term in changes.after);
    const gap = changesReach && !leadsNowhere ? await gapRefusal(tx, columns) : null;
    if (gap) return gap;
    const changesTerms = TERMS.some((term) => term in changes.after);
    const keepsRow = !changesTerms || !(await isPromised(tx, current));
    const audit = { action: "plan.updated" as const, targetType: "plan" as const, ...changes };
    if (keepsRow) {
      await tx.plan.update({ where: { id: planId }, data: { ...columns, version: { increment: 1 } } });
      await writeAudit(tx, actor, { ...audit, targetId: planId });
      return ok({ planId, revision: current.revision, isNewRevision: false });
    }
    await tx.plan.update({ where: { id: planId }, data: { isCurrent: false, version: { increment: 1 } } });
    const next = await tx.plan.create({
      data: {
        id: deps.ids.uuid(),
        familyId: current.familyId,
        revision: current.revision + 1,
        ...columns,
      },
    });
    await writeAudit(tx, actor, { ...audit, targetId: next.id });
    return ok({ planId: next.id, revision: next.revision, isNewRevision: true });
  });
}

/**
 * Takes a plan off the shelf or puts it back. Those who have it keep it; it can no longer be bought or renewed. Refusals:
 * forbidden, not_found.
 */
export async function setPlanActive(
  deps: VpnDeps,
  actor: Actor,
  { planId, isActive }: { planId: string; isActive: boolean },
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const { count } = await tx.plan.updateMany({
      where: { id: planId, isCurrent: true, isActive: !isActive },
      data: { isActive, version: { increment: 1 } },
    });
    if (count === 0) {
      const known = await tx.plan.count({ where: { id: planId, isCurrent: true } });
      return known > 0 ? ok() : refuse("not_found");
    }
    await writeAudit(tx, actor, {
      action: isActive ? "plan.offered" : "plan.withdrawn",
      targetType: "plan",
      targetId: planId,
      before: { isActive: !isActive },
      after: { isActive },
    });
    return ok();
  });
}
