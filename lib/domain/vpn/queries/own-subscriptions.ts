import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { PurchaseView, SubscriptionView } from "../types";
import { planNameOf } from "./plans";
import { toSubscriptionView, WITH_STATE } from "./subscription-view";

type Reads = Pick<KernelDeps, "db" | "clock">;

/** Older ones than these have long ended. */
const LISTED = 100;

const LIVE_FIRST = { ACTIVE: 0, SUSPENDED: 1, EXPIRED: 2, CANCELED: 3 } as const;

/** One's own subscriptions: those that run first, then the newest. */
export async function listOwnSubscriptions(
  deps: Reads,
  scope: CustomerScope,
  locale: string,
): Promise<SubscriptionView[]> {
  const rows = await deps.db.subscription.findMany({
    where: { userId: scope.userId },
    include: WITH_STATE,
    orderBy: [{ createdAt: "desc" }, { number: "desc" }],
    take: LISTED,
  });
  const now = deps.clock.now();
  return rows
    .toSorted((a, b) => LIVE_FIRST[a.status] - LIVE_FIRST[b.status])
    .map((row) => toSubscriptionView(row, locale, now));
}

/** Whether there is such a subscription of this person. */
export async function ownsSubscription(
  { db }: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  return (await db.subscription.count({ where: { id, userId: scope.userId } })) > 0;
}

/** What was paid for one's own subscription, newest first. */
export async function listOwnPurchases(
  { db }: Reads,
  scope: CustomerScope,
  subscriptionId: string,
  locale: string,
): Promise<PurchaseView[]> {
  const rows = await db.planPurchase.findMany({
    where: { subscriptionId, userId: scope.userId },
    orderBy: { createdAt: "desc" },
    take: LISTED,
  });
  const plans = await db.plan.findMany({ where: { id: { in: rows.map(({ planId }) => planId) } } });
  const names = new Map(plans.map((plan) => [plan.id, planNameOf(plan, locale)]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PurchaseView["kind"],
    planName: names.get(row.planId) ?? "",
    price: toDecimal(row.priceMicros),
    credit: toDecimal(row.creditMicros),
    at: row.createdAt.toISOString(),
    periodStartsAt: row.periodStartsAt.toISOString(),
    periodEndsAt: row.periodEndsAt.toISOString(),
    invoiceId: row.invoiceId,
  }));
}
