import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Whether one's wallet may not pay at the moment. */
export async function isWalletFrozen(deps: Pick<KernelDeps, "db">, scope: CustomerScope): Promise<boolean> {
  return (await deps.db.walletFreeze.findUnique({ where: { userId: scope.userId } })) !== null;
}
