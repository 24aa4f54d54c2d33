import type { KernelDeps } from "@/lib/domain/kernel/deps";

const MARK = "users";

/**
 * Counts the new people of each day (UTC) since the day before the last run; without a mark every day. Running it
 * twice changes nothing. Returns how many days were counted.
 */
export async function rollUpUsers(deps: Pick<KernelDeps, "db">): Promise<number> {
  return deps.db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext('patchbay.roll_up_users')) AS taken`;
    if (!lock?.taken) return 0;
    const counted = await tx.$executeRaw`
      WITH since AS (
        SELECT coalesce((SELECT (read_until AT TIME ZONE 'UTC')::date - 1 FROM rollup_marks WHERE name = ${MARK}),
          '-infinity'::date) AS day)
      INSERT INTO daily_user_rollups (day, new_users)
      SELECT (registered_at AT TIME ZONE 'UTC')::date, count(*) FROM users
      WHERE registered_at >= (SELECT day::timestamp AT TIME ZONE 'UTC' FROM since)
      GROUP BY 1
      ON CONFLICT (day) DO UPDATE SET new_users = excluded.new_users`;
    await tx.$executeRaw`
      INSERT INTO rollup_marks (name, read_until) VALUES (${MARK}, now())
      ON CONFLICT (name) DO UPDATE SET read_until = now(), ran_at = now()`;
    return counted;
  });
}
