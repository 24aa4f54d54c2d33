import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canSeeVpn } from "../policy";
import type { StaffUsageDay } from "../staff-types";

/** Traffic by day and server over the last days (1-90), newest day first. */
export async function readStaffUsage(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  asked: { days: number; serverId?: string },
): Promise<StaffUsageDay[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const days = Math.min(90, Math.max(1, Math.trunc(asked.days)));
  const rows = await deps.db.$queryRaw<
    { day: string; id: string; name: string; up: string; down: string; people: number }[]
  >`
    SELECT to_char(u.day, 'YYYY-MM-DD') AS day, v.id, v.name, sum(u.upload_bytes)::text AS up,
      sum(u.download_bytes)::text AS down, count(DISTINCT u.user_id)::int AS people
    FROM user_usage u JOIN vpn_servers v ON v.id = u.server_id
    WHERE u.day > (app_now() AT TIME ZONE 'UTC')::date - ${days}::int
      AND (${asked.serverId ?? null}::uuid IS NULL OR u.server_id = ${asked.serverId ?? null}::uuid)
    GROUP BY u.day, v.id, v.name, v.sort ORDER BY u.day DESC, v.sort, v.name`;
  return rows.map(({ day, id, name, up, down, people }) => ({
    day,
    server: { id, name },
    uploadBytes: up,
    downloadBytes: down,
    people,
  }));
}
