import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Whether there is such an invoice of this person: one read by its key. */
export async function ownsInvoice(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  id: string,
): Promise<boolean> {
  return (await deps.db.invoice.count({ where: { id, userId: scope.userId } })) > 0;
}
