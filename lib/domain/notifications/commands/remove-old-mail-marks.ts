import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Longer than any event waits to be told again. */
const KEEP_DAYS = 90;
const BATCH = 1000;

/** Forgets that a mail left 90 days ago: nobody tells its fact again by then. Returns how many were forgotten. */
export function removeOldMailMarks(deps: Pick<KernelDeps, "db">): Promise<number> {
  return deps.db.$executeRaw`
    DELETE FROM sent_mails WHERE key IN (
      SELECT key FROM sent_mails WHERE sent_at < now() - make_interval(days => ${KEEP_DAYS}::int)
      ORDER BY sent_at LIMIT ${BATCH})`;
}
