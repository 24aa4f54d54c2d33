import type { Tx } from "@/lib/db/client";
import type { Plan } from "@/lib/db/generated/client";
import { takeMoney } from "@/lib/domain/wallet/commands/take-money";
import type { VpnDeps } from "../ports";
import type { Period } from "../terms";

export interface PurchaseToRecord {
  userId: string;
  subscriptionId: string;
  plan: Plan;
  kind: "BUY" | "RENEW" | "UPGRADE" | "TRIAL";
  /** What is left of the plan before and counts towards this one; never above its price. */
  creditMicros: bigint;
  period: Period;
  key: string;
  invoiceId: string | null;
}

/**
 * One posting for one purchase, from the wallet to the shop's income, and the row that says what it was for. Throws
 * RefusalError("insufficient_funds") with what is missing. Returns the row's id.
 */
export async function recordPurchase(deps: VpnDeps, tx: Tx, purchase: PurchaseToRecord): Promise<string> {
  const { plan, creditMicros } = purchase;
  const id = deps.ids.uuid();
  const dueMicros = plan.priceMicros - creditMicros;
  const posted =
    dueMicros > 0n
      ? await takeMoney(tx, {
          userId: purchase.userId,
          amountMicros: dueMicros,
          target: "rev:vpn",
          kind: "plan.purchased",
          key: `plan:${id}`,
          mayOwe: false,
          line: {
            id: deps.ids.uuid(),
            type: "PURCHASE",
            paymentMethod: "BALANCE",
            description: plan.name,
            ...(purchase.invoiceId ? { invoiceId: purchase.invoiceId } : {}),
          },
        })
      : null;
  await tx.planPurchase.create({
    data: {
      id,
      subscriptionId: purchase.subscriptionId,
      userId: purchase.userId,
      planId: plan.id,
      kind: purchase.kind,
      priceMicros: plan.priceMicros,
      creditMicros,
      invoiceId: purchase.invoiceId,
      ledgerTransactionId: posted?.ledgerTransactionId ?? null,
      periodStartsAt: purchase.period.startsAt,
      periodEndsAt: purchase.period.endsAt,
      idempotencyKey: purchase.key,
    },
  });
  return id;
}
