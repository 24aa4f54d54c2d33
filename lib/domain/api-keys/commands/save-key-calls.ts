import { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeyCalls } from "../types";

/** Adds what a process counted to the statistics, to the keys' last use and to their projects' counters: one transaction. */
export async function saveKeyCalls(deps: Pick<KernelDeps, "db">, counted: KeyCalls[]): Promise<void> {
  if (counted.length === 0) return;
  // Always in the same order: two processes that add at once never wait for each other in a ring.
  const sorted = [...counted].sort((a, b) =>
    a.apiKeyId < b.apiKeyId ? -1 : a.apiKeyId > b.apiKeyId ? 1 : 0,
  );
  const rows = JSON.stringify(sorted);
  await deps.db.$transaction([
    deps.db.$executeRaw(Prisma.sql`
      INSERT INTO api_call_stats AS s (api_key_id, door, hour, calls, errors, refused, latency_ms, within_10, within_50, within_200, within_1000)
      SELECT c."apiKeyId", c.door, c.hour, c.calls, c.errors, c.refused, c."latencyMs", c.within10, c.within50, c.within200, c.within1000
      FROM jsonb_to_recordset(${rows}::jsonb) AS c("apiKeyId" uuid, door text, hour timestamptz, calls int, errors int, refused int,
        "latencyMs" bigint, within10 int, within50 int, within200 int, within1000 int)
      WHERE EXISTS (SELECT FROM api_keys k WHERE k.id = c."apiKeyId")
      ON CONFLICT (api_key_id, door, hour) DO UPDATE SET calls = s.calls + EXCLUDED.calls, errors = s.errors + EXCLUDED.errors,
        refused = s.refused + EXCLUDED.refused, latency_ms = s.latency_ms + EXCLUDED.latency_ms,
        within_10 = s.within_10 + EXCLUDED.within_10, within_50 = s.within_50 + EXCLUDED.within_50,
        within_200 = s.within_200 + EXCLUDED.within_200, within_1000 = s.within_1000 + EXCLUDED.within_1000`),
    deps.db.$executeRaw(Prisma.sql`
      UPDATE api_keys k SET last_used_at = greatest(k.last_used_at, c.at)
      FROM (SELECT "apiKeyId", max("lastAt") AS at FROM jsonb_to_recordset(${rows}::jsonb)
        AS c("apiKeyId" uuid, "lastAt" timestamptz) GROUP BY 1) c
      WHERE k.id = c."apiKeyId"`),
    deps.db.$executeRaw(Prisma.sql`
      UPDATE projects p SET api_calls = p.api_calls + c.calls
      FROM (SELECT k.project_id, sum(c.calls)::bigint AS calls FROM jsonb_to_recordset(${rows}::jsonb)
        AS c("apiKeyId" uuid, calls int) JOIN api_keys k ON k.id = c."apiKeyId" GROUP BY 1) c
      WHERE p.id = c.project_id`),
  ]);
}
