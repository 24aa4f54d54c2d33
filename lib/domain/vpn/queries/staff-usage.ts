import { z } from "zod";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canSeeVpn } from "../policy";
import type { StaffTopUser, StaffUsageDay } from "../staff-types";

type Reads = Pick<KernelDeps, "db">;

/** Over the last days (1-90, today included, UTC); of one server or of all. */
export interface AskedUsage {
  days: number;
  serverId?: string;
}

const MOST_DAYS = 90;

function readAsked({ days, serverId }: AskedUsage) {
  const server = z.uuid().safeParse(serverId);
  return {
    days: Math.min(MOST_DAYS, Math.max(1, Math.trunc(days))),
    serverId: server.success ? server.data : null,
    // A server that cannot be has no traffic.
    isNobody: serverId !== undefined && !server.success,
  };
}

/** Traffic by day and server, newest day first. */
export async function readStaffUsage(deps: Reads, actor: Actor, asked: AskedUsage): Promise<StaffUsageDay[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const { days, serverId, isNobody } = readAsked(asked);
  if (isNobody) return [];
  const rows = await deps.db.$queryRaw<
    { day: string; id: string; name: string; up: string; down: string; people: number }[]
  >`
    SELECT to_char(u.day, 'YYYY-MM-DD') AS day, v.id, v.name, sum(u.upload_bytes)::text AS up,
      sum(u.download_bytes)::text AS down, count(DISTINCT u.user_id)::int AS people
    FROM user_usage u JOIN vpn_servers v ON v.id = u.server_id
    WHERE u.day > (app_now() AT TIME ZONE 'UTC')::date - ${days}::int
      AND (${serverId}::uuid IS NULL OR u.server_id = ${serverId}::uuid)
    GROUP BY u.day, v.id, v.name, v.sort ORDER BY u.day DESC, v.sort, v.name`;
  return rows.map(({ day, id, name, up, down, people }) => ({
    day,
    server: { id, name },
    uploadBytes: up,
    downloadBytes: down,
    people,
  }));
}

/** Who used most, with the traffic of all their subscriptions. */
export async function readTopUsers(
  deps: Reads,
  actor: Actor,
  asked: AskedUsage,
  most: number,
): Promise<StaffTopUser[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const { days, serverId, isNobody } = readAsked(asked);
  if (isNobody) return [];
  const rows = await deps.db.$queryRaw<
    { id: string; username: string; up: string; down: string; subscriptions: number; used: number }[]
  >`
    SELECT u.id, u.username, t.up::text, t.down::text, t.subscriptions, t.used
    FROM (
      SELECT user_id, sum(upload_bytes) AS up, sum(download_bytes) AS down,
        count(DISTINCT subscription_id)::int AS subscriptions, count(DISTINCT day)::int AS used
      FROM user_usage
      WHERE day > (app_now() AT TIME ZONE 'UTC')::date - ${days}::int
        AND (${serverId}::uuid IS NULL OR server_id = ${serverId}::uuid)
      GROUP BY user_id ORDER BY sum(upload_bytes) + sum(download_bytes) DESC, user_id LIMIT ${most}::int
    ) t JOIN users u ON u.id = t.user_id
    ORDER BY t.up + t.down DESC, u.id`;
  return rows.map(({ id, username, up, down, subscriptions, used }) => ({
    user: { id, username },
    uploadBytes: up,
    downloadBytes: down,
    subscriptions,
    days: used,
  }));
}
