import type { Tx } from "@/lib/db/client";
import type { Subscription } from "@/lib/db/generated/client";

/** The row as it stands, for the rest of the transaction; null when there is none. */
export async function lockSubscription(tx: Tx, id: string): Promise<Subscription | null> {
  await tx.$queryRaw`SELECT id FROM subscriptions WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.subscription.findUnique({ where: { id } });
}
