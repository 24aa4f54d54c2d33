import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What came of the purchases under these idempotency keys, one after the other. */
export interface Tries {
  /** Found no number: all of them. */
  failed: number;
  /** One of them holds, or held, a number. */
  isDone: boolean;
}

export async function readTries(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  idempotencyScope: string,
  idempotencyKeys: string[],
): Promise<Tries> {
  const rows = await deps.db.order.findMany({
    where: {
      userId: scope.userId,
      isSandbox: scope.isSandbox,
      idempotencyScope,
      idempotencyKey: { in: idempotencyKeys },
    },
    select: { status: true },
  });
  const failed = rows.filter(({ status }) => status === "FAILED").length;
  return { failed, isDone: rows.length > failed };
}
