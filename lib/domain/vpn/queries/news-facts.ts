import type { Plan } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ownRenewalPlan } from "../own-renewal-plan";
import type { SubscriptionStatus } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

/** A plan's name in every language: who reads of it chooses. */
export type PlanNames = Pick<Plan, "name" | "nameFa" | "namePt">;

/** How a subscription stands, as far as its owner is told of it. */
export interface SubscriptionFacts {
  id: string;
  userId: string;
  number: number;
  plan: PlanNames;
  status: SubscriptionStatus;
  statusReason: string | null;
  expiresAt: Date;
  exhaustedAt: Date | null;
  isAutoRenew: boolean;
  renewalFailure: string | null;
  renewalNoticedAt: Date | null;
  /** The version of its plan that its notice announced. */
  renewalPlanId: string | null;
  /** While the link before the newest one still answers. */
  oldTokenUntil: Date | null;
  familyId: string;
}

const NAMES = { name: true, nameFa: true, namePt: true } as const;
const FACTS = {
  id: true,
  userId: true,
  number: true,
  status: true,
  statusReason: true,
  expiresAt: true,
  exhaustedAt: true,
  isAutoRenew: true,
  renewalFailure: true,
  renewalNoticedAt: true,
  renewalPlanId: true,
  oldTokenUntil: true,
  plan: { select: { ...NAMES, familyId: true } },
} as const;

export async function factsOfSubscription({ db }: ReadDeps, id: string): Promise<SubscriptionFacts | null> {
  const row = await db.subscription.findUnique({ where: { id }, select: FACTS });
  return row && { ...row, familyId: row.plan.familyId };
}

/** What a renewal by itself takes, micro-units of USD; null where the plan is not sold any more. */
export async function ownRenewalPriceOf(
  { db }: ReadDeps,
  facts: Pick<SubscriptionFacts, "familyId" | "renewalNoticedAt" | "renewalPlanId">,
): Promise<bigint | null> {
  const { familyId, renewalPlanId: id } = facts;
  const select = { priceMicros: true } as const;
  const [announced, sold] = await Promise.all([
    id === null ? null : db.plan.findUnique({ where: { id }, select }),
    db.plan.findFirst({ where: { familyId, isCurrent: true, isActive: true, isTrial: false }, select }),
  ]);
  return ownRenewalPlan(facts, announced, sold)?.priceMicros ?? null;
}

/** One payment for a plan: what it bought, until when, and the number of the invoice that brought the money. */
export interface PurchaseFacts {
  kind: string;
  key: string;
  invoiceNumber: number | null;
  /** What was taken from the wallet. */
  amountMicros: bigint;
  /** What the invoice brought above the plan: the least of its way of paying may be more. It stays in the wallet. */
  keptMicros: bigint;
  endsAt: Date;
  plan: PlanNames;
}

export async function factsOfPurchase({ db }: ReadDeps, id: string): Promise<PurchaseFacts | null> {
  const row = await db.planPurchase.findUnique({ where: { id } });
  if (!row) return null;
  const [plan, invoice] = await Promise.all([
    db.plan.findUniqueOrThrow({ where: { id: row.planId }, select: NAMES }),
    row.invoiceId
      ? db.invoice.findUnique({
          where: { id: row.invoiceId },
          select: { number: true, amountMicros: true, planDueMicros: true },
        })
      : null,
  ]);
  return {
    kind: row.kind,
    key: row.idempotencyKey,
    invoiceNumber: invoice?.number ?? null,
    amountMicros: row.priceMicros - row.creditMicros,
    keptMicros: invoice ? invoice.amountMicros - (invoice.planDueMicros ?? invoice.amountMicros) : 0n,
    endsAt: row.periodEndsAt,
    plan,
  };
}

/** An invoice whose money bought no plan after all, and what of it is in the wallet. */
export async function factsOfPlanInvoice({ db }: ReadDeps, invoiceId: string) {
  const invoice = await db.invoice.findUnique({
    where: { id: invoiceId },
    select: { userId: true, number: true, creditedMicros: true, planId: true },
  });
  if (!invoice?.planId) return null;
  const plan = await db.plan.findUnique({ where: { id: invoice.planId }, select: NAMES });
  return plan && { ...invoice, plan };
}
