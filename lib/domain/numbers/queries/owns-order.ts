import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Whether the order with this id, a UUID, is the customer's. */
export async function ownsOrder(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  const found = await deps.db.order.findFirst({
    where: { id, userId: scope.userId, isSandbox: scope.isSandbox },
    select: { id: true },
  });
  return found !== null;
}
