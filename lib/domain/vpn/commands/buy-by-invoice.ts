import type { Invoice } from "@/lib/db/generated/client";
import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { buyPlan } from "./buy-plan";
import { renewSubscription } from "./renew-subscription";
import { upgradePlan } from "./upgrade-plan";

const ACTOR = systemActor("plan-invoices");

/** One invoice buys once, however often its payment is told. */
const keyOf = ({ id }: Invoice) => `invoice:${id}`;

/** What the plan takes of it; an amount above that is the least of the way of paying. */
const dueOf = ({ planDueMicros, amountMicros }: Invoice) => planDueMicros ?? amountMicros;

/** The price of a change falls and rises with what is left: the invoice keeps what it was made out for. */
const upgraderOf = (invoice: Invoice) => ({
  userId: invoice.userId,
  invoice: { id: invoice.id, agreed: { dueMicros: dueOf(invoice), at: invoice.createdAt } },
});

async function buy(deps: VpnDeps, invoice: Invoice, planId: string): Promise<Result> {
  const owner = { userId: invoice.userId, invoiceId: invoice.id };
  const key = keyOf(invoice);
  const { subscriptionId } = invoice;
  if (!subscriptionId) {
    const input = { planId, key, expectedPriceMicros: dueOf(invoice), isAutoRenew: false };
    return buyPlan(deps, ACTOR, owner, input);
  }
  const [plan, subscription] = await Promise.all([
    deps.db.plan.findUnique({ where: { id: planId } }),
    deps.db.subscription.findUnique({ where: { id: subscriptionId }, include: { plan: true } }),
  ]);
  if (!plan || !subscription) return refuse("not_found");
  return plan.familyId === subscription.plan.familyId
    ? renewSubscription(deps, ACTOR, owner, { subscriptionId, planId, key })
    : upgradePlan(deps, ACTOR, upgraderOf(invoice), { subscriptionId, planId, key });
}

/** Money that came in part or too late was promised nothing: it stays in the wallet. */
function waits(invoice: Invoice): "part" | "late" | null {
  if (invoice.exception === "PAID_LATE") return "late";
  return invoice.status === "PAID" ? null : "part";
}

/**
 * Buys the plan of a paid invoice from the wallet, at once and once. Where that cannot be, the invoice keeps the stable word
 * for why, and the money stays in the wallet: "paid_late", "paid_partial" or a refusal of buying. Returns whether it bought.
 */
export async function buyByInvoice(deps: VpnDeps, invoiceId: string): Promise<boolean> {
  const invoice = await deps.db.invoice.findUnique({ where: { id: invoiceId } });
  if (invoice?.purpose !== "PLAN" || invoice.planId === null || invoice.planRefusal !== null) return false;
  const wait = waits(invoice);
  // The rest of a part may still come.
  if (wait === "part" && (invoice.status === "PENDING" || invoice.status === "CREATED")) return false;
  const bought: Result = wait ? refuse("invoice_closed") : await buy(deps, invoice, invoice.planId);
  if (bought.ok) {
    // Who looks at the invoice is shown the way to the subscription.
    await inTransaction(deps, (tx) =>
      writeEvent(tx, "invoice.changed", { invoiceId: invoice.id }, { userId: invoice.userId }),
    );
    return true;
  }
  const planRefusal = wait === "late" ? "paid_late" : wait === "part" ? "paid_partial" : bought.reason;
  await inTransaction(deps, async (tx) => {
    const { count } = await tx.invoice.updateMany({
      where: { id: invoice.id, planRefusal: null },
      data: { planRefusal, version: { increment: 1 } },
    });
    if (count === 0) return;
    const told = { invoiceId: invoice.id };
    await writeEvent(tx, "invoice.changed", told, { userId: invoice.userId });
    await writeEvent(
      tx,
      "plan.purchase_failed",
      { ...told, reason: planRefusal },
      { userId: invoice.userId },
    );
  });
  return false;
}
