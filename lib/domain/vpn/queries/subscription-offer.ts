import type { Plan, Subscription } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { daysAfter, goesOn, renewedPeriod } from "../terms";
import type { RunningView, SubscriptionOffer } from "../types";
import { planNameOf } from "./plans";
import { creditOf } from "./running-credit";

function runningView(row: Subscription & { plan: Plan }, locale: string): RunningView {
  const left = (row.trafficBytes ?? 0n) - row.usedUploadBytes - row.usedDownloadBytes;
  return {
    planName: planNameOf(row.plan, locale),
    expiresAt: row.expiresAt.toISOString(),
    leftBytes: row.trafficBytes === null ? null : (left > 0n ? left : 0n).toString(),
  };
}

/**
 * What renewing one's own subscription or changing its plan would cost now; a preview, the commands count again. Null for
 * somebody else's.
 */
export async function readSubscriptionOffer(
  deps: Pick<KernelDeps, "db" | "clock">,
  scope: CustomerScope,
  id: string,
  locale: string,
): Promise<SubscriptionOffer | null> {
  const subscription = await deps.db.subscription.findFirst({
    where: { id, userId: scope.userId },
    include: { plan: true },
  });
  if (!subscription) return null;
  const running = runningView(subscription, locale);
  if (subscription.status === "CANCELED" || subscription.status === "SUSPENDED")
    return { renewal: null, upgrades: [], smaller: 0, running };
  const plans = await deps.db.plan.findMany({
    where: { isCurrent: true, isActive: true, isTrial: false },
    orderBy: [{ sort: "asc" }, { priceMicros: "asc" }, { id: "asc" }],
  });
  const now = deps.clock.now();
  const own = plans.find(({ familyId }) => familyId === subscription.plan.familyId);
  const others = plans.filter(({ familyId }) => familyId !== subscription.plan.familyId);
  const creditMicros = creditOf(subscription, now);
  return {
    running,
    renewal: own
      ? {
          planId: own.id,
          price: toDecimal(own.priceMicros),
          durationDays: own.durationDays,
          endsAt: renewedPeriod(now, subscription, own.durationDays).endsAt.toISOString(),
          trafficBytes: own.trafficBytes?.toString() ?? null,
          maxDevices: own.maxDevices,
          keepsTraffic: goesOn(subscription, now),
          isOtherTerms: own.id !== subscription.planId,
        }
      : null,
    smaller: others.filter(({ priceMicros }) => priceMicros < creditMicros).length,
    upgrades: others
      .filter(({ priceMicros }) => priceMicros >= creditMicros)
      .map((plan) => ({
        planId: plan.id,
        familyId: plan.familyId,
        name: planNameOf(plan, locale),
        durationDays: plan.durationDays,
        trafficBytes: plan.trafficBytes?.toString() ?? null,
        price: toDecimal(plan.priceMicros),
        credit: toDecimal(creditMicros),
        due: toDecimal(plan.priceMicros - creditMicros),
        endsAt: daysAfter(now, plan.durationDays).toISOString(),
        maxDevices: plan.maxDevices,
      })),
  };
}
