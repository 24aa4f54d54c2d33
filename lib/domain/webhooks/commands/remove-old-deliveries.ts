import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** How long a customer can look something up and send it again. */
const KEPT_DAYS = 30;
const BATCH = 5_000;

/** Forgets deliveries that ended more than 30 days ago, with their attempts. Returns how many. */
export async function removeOldDeliveries({ db }: Pick<KernelDeps, "db">): Promise<number> {
  return db.$executeRaw`
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM webhook_deliveries
      WHERE created_at < app_now() - make_interval(days => ${KEPT_DAYS}) AND status NOT IN ('QUEUED', 'RETRYING')
      LIMIT ${BATCH})`;
}
