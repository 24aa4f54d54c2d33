import { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { LinkRead } from "../types";

/** Writes when each link was last read, and by which app. Rings no bell: no document shows it. */
export async function saveLinkReads(deps: Pick<KernelDeps, "db">, reads: readonly LinkRead[]): Promise<void> {
  if (reads.length === 0) return;
  const rows = JSON.stringify(reads);
  await deps.db.$transaction([
    deps.db.$executeRaw(Prisma.sql`SELECT set_config('patchbay.quiet_subscriptions', 'on', true)`),
    // Always in the same order: two processes that write at once never wait for each other in a ring.
    deps.db.$executeRaw(Prisma.sql`
      WITH told AS (
        SELECT r."subscriptionId" AS id, r.at, r.client
        FROM jsonb_to_recordset(${rows}::jsonb) AS r("subscriptionId" uuid, at timestamptz, client text)
      ), locked AS (
        SELECT s.id FROM subscriptions s JOIN told USING (id) ORDER BY s.id FOR NO KEY UPDATE OF s
      )
      UPDATE subscriptions s SET last_fetched_at = told.at, last_client = nullif(told.client, '')
      FROM told JOIN locked USING (id)
      WHERE s.id = told.id AND (s.last_fetched_at IS NULL OR s.last_fetched_at <= told.at)`),
  ]);
}
