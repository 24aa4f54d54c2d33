import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { VpnDeps } from "../ports";

/** Makes these accounts due on their panels, as they should be already. Returns how many. */
export async function tellAgain(
  deps: Pick<VpnDeps, "clock"> & { db: Pick<Tx, "subscriptionCredential"> },
  where: Prisma.SubscriptionCredentialWhereInput,
): Promise<number> {
  const { count } = await deps.db.subscriptionCredential.updateMany({
    where,
    data: { desiredVersion: { increment: 1 }, attempts: 0, nextAttemptAt: deps.clock.securityNow() },
  });
  return count;
}
