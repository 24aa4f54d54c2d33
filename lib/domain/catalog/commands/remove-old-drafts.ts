import type { KernelDeps } from "@/lib/domain/kernel/deps";

const KEEP_DAYS = 7;
const BATCH = 1000;

/** Forgets previews of prices that nobody applied in 7 days; applied ones are the history of prices. Returns how many. */
export function removeOldDrafts(deps: Pick<KernelDeps, "db">): Promise<number> {
  return deps.db.$executeRaw`
    DELETE FROM price_drafts WHERE id IN (
      SELECT id FROM price_drafts
      WHERE applied_at IS NULL AND created_at < now() - make_interval(days => ${KEEP_DAYS}::int)
      ORDER BY created_at LIMIT ${BATCH})`;
}
