import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ApiUsage, KeyDoor } from "../types";
import { addRows, CALL_COLUMNS, type CallRow, NO_CALLS, toSums } from "./call-sums";

const MOST_KEYS = 10;

interface Asked {
  /** How many days up to today. */
  days: number;
  /** A project's keys alone. */
  projectId?: string;
  /** One key alone. */
  keyId?: string;
}

type Reads = Pick<KernelDeps, "db">;

/** Statistics of the person's keys of the last days (UTC, real time), joined to their keys as `k`. */
function statsOf(scope: CustomerScope, { days, projectId, keyId }: Asked): Prisma.Sql {
  const ofProject = projectId ? Prisma.sql`AND k.project_id = ${projectId}::uuid` : Prisma.empty;
  const ofKey = keyId ? Prisma.sql`AND k.id = ${keyId}::uuid` : Prisma.empty;
  return Prisma.sql`api_call_stats s JOIN api_keys k ON k.id = s.api_key_id
    WHERE k.user_id = ${scope.userId}::uuid ${ofProject} ${ofKey}
      AND s.hour >= ((now() AT TIME ZONE 'UTC')::date - ${days - 1}::int)::timestamp AT TIME ZONE 'UTC'`;
}

function readDays(deps: Reads, scope: CustomerScope, asked: Asked) {
  return deps.db.$queryRaw<({ day: string } & CallRow)[]>`
    SELECT to_char((s.hour AT TIME ZONE 'UTC')::date, 'YYYY-MM-DD') AS day, ${CALL_COLUMNS}
    FROM ${statsOf(scope, asked)} GROUP BY 1`;
}

/** By day of business time: what rents through keys cost. */
function readSpending(deps: Reads, scope: CustomerScope, { days, projectId, keyId }: Asked) {
  const ofProject = projectId ? Prisma.sql`AND o.project_id = ${projectId}::uuid` : Prisma.empty;
  const ofKey = keyId ? Prisma.sql`AND o.api_key_id = ${keyId}::uuid` : Prisma.empty;
  return deps.db.$queryRaw<{ day: string; spent: bigint | null }[]>`
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day, sum(o.price_micros - o.refunded_micros)::bigint AS spent
    FROM generate_series((app_now() AT TIME ZONE 'UTC')::date - ${days - 1}::int,
      (app_now() AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
    LEFT JOIN orders o ON o.user_id = ${scope.userId}::uuid AND o.api_key_id IS NOT NULL AND NOT o.is_sandbox
      AND (o.status IN ('PENDING', 'ACTIVE') OR o.first_code_at IS NOT NULL)
      AND o.start_at >= app_now() - make_interval(days => ${days + 1}::int)
      AND (o.start_at AT TIME ZONE 'UTC')::date = d.day::date ${ofProject} ${ofKey}
    GROUP BY d.day ORDER BY d.day`;
}

/** What the person's programs did in the last days: calls, errors, latency, spending. */
export async function readApiUsage(deps: Reads, scope: CustomerScope, asked: Asked): Promise<ApiUsage> {
  const [days, spending, doors, keys] = await Promise.all([
    readDays(deps, scope, asked),
    readSpending(deps, scope, asked),
    deps.db.$queryRaw<({ door: KeyDoor } & CallRow)[]>`
      SELECT s.door, ${CALL_COLUMNS} FROM ${statsOf(scope, asked)} GROUP BY s.door ORDER BY calls DESC, s.door`,
    deps.db.$queryRaw<({ id: string; name: string; prefix: string; last4: string } & CallRow)[]>`
      SELECT k.id, k.name, k.prefix, k.last4, ${CALL_COLUMNS} FROM ${statsOf(scope, asked)}
      GROUP BY k.id ORDER BY calls DESC, k.id LIMIT ${MOST_KEYS}`,
  ]);
  const byDay = new Map(days.map((row) => [row.day, row]));
  return {
    days: spending.map(({ day, spent }) => ({
      ...toSums(byDay.get(day) ?? NO_CALLS),
      day,
      spentMicros: spent ?? 0n,
    })),
    total: {
      ...toSums(days.reduce<CallRow>(addRows, NO_CALLS)),
      spentMicros: spending.reduce((sum, { spent }) => sum + (spent ?? 0n), 0n),
    },
    byDoor: doors.map(({ door, ...row }) => ({ ...toSums(row), door })),
    byKey: keys.map(({ id, name, prefix, last4, ...row }) => ({
      ...toSums(row),
      keyId: id,
      name,
      prefix,
      last4,
    })),
  };
}
