import type { Tx } from "@/lib/db/client";
import type { PlanPurchase, User } from "@/lib/db/generated/client";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";

export type Buyer = { ok: true; user: User; prior: PlanPurchase | null };

/**
 * One person's purchases wait for each other, so that the same key buys once. Refusals: not_found, suspended,
 * wallet_frozen; a purchase with the same key is found before any of them.
 */
export async function lockBuyer(tx: Tx, userId: string, key: string): Promise<Buyer | Refusal> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.plan.${userId}`}))`;
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (!user) return refuse("not_found");
  const prior = await tx.planPurchase.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey: key } },
  });
  if (prior) return { ok: true, user, prior };
  if (user.status === "SUSPENDED") return refuse("suspended");
  const frozen = await tx.walletFreeze.findUnique({ where: { userId } });
  return frozen ? refuse("wallet_frozen") : { ok: true, user, prior: null };
}
