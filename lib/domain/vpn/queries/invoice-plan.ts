import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { InvoicePlan } from "../types";
import { planNameOf } from "./plans";

interface PlanOfInvoice {
  id: string;
  planId: string | null;
  subscriptionId: string | null;
}

/** What one's own invoice buys, in the reader's language, and where that is once it was bought; null for a top-up. */
export async function readInvoicePlan(
  { db }: Pick<KernelDeps, "db">,
  { userId }: CustomerScope,
  invoice: PlanOfInvoice,
  locale: string,
): Promise<InvoicePlan | null> {
  if (!invoice.planId) return null;
  const [plan, purchase] = await Promise.all([
    db.plan.findUnique({ where: { id: invoice.planId } }),
    db.planPurchase.findFirst({
      where: { userId, OR: [{ invoiceId: invoice.id }, { idempotencyKey: `invoice:${invoice.id}` }] },
      select: { subscriptionId: true },
    }),
  ]);
  if (!plan) return null;
  return {
    name: planNameOf(plan, locale),
    durationDays: plan.durationDays,
    isBought: purchase !== null,
    subscriptionId: purchase?.subscriptionId ?? invoice.subscriptionId,
  };
}
