import type { Db, Tx } from "@/lib/db/client";
import { THROTTLES, type ThrottleName } from "../throttle";

export interface Throttled {
  retryAfterSeconds: number;
}

function keyOf(name: ThrottleName, subject: string): string {
  return `${name}:${subject}`;
}

/**
 * Takes one try before anything slow is done. One atomic statement, so it holds across processes and under parallel
 * tries: the row is locked by the first, the others see its count. Returns null when the try may go on.
 */
export async function takeAttempt(
  db: Db | Tx,
  name: ThrottleName,
  subject: string,
): Promise<Throttled | null> {
  const rule = THROTTLES[name];
  const key = keyOf(name, subject);
  const allowed = await db.$executeRaw`
    INSERT INTO login_throttles AS t (key, points, window_ends_at)
    VALUES (${key}, 1, clock_timestamp() + ${rule.windowSeconds}::int * interval '1 second')
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN t.window_ends_at <= clock_timestamp() THEN 1 ELSE t.points + 1 END,
      blocked_until = CASE
        WHEN t.window_ends_at > clock_timestamp() AND t.points + 1 >= ${rule.free}::int
        THEN clock_timestamp() + interval '1 second' * least(
          ${rule.maxDelaySeconds}::int, ${rule.firstDelaySeconds}::int * power(2, least(t.points + 1 - ${rule.free}::int, 20)))
        ELSE NULL END,
      window_ends_at = CASE
        WHEN t.window_ends_at <= clock_timestamp() OR t.points + 1 >= ${rule.free}::int
        THEN clock_timestamp() + (${rule.windowSeconds}::int + ${rule.maxDelaySeconds}::int) * interval '1 second'
        ELSE t.window_ends_at END
    WHERE t.blocked_until IS NULL OR t.blocked_until <= clock_timestamp()`;
  if (allowed > 0) return null;
  const rows = await db.$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM blocked_until - clock_timestamp()))::int AS seconds
    FROM login_throttles WHERE key = ${key}`;
  return { retryAfterSeconds: Math.max(1, rows[0]?.seconds ?? 1) };
}

/** The try was a good one: it counts for nothing, and a wait it began is over. */
export async function giveBackAttempt(db: Db | Tx, name: ThrottleName, subject: string): Promise<void> {
  await db.$executeRaw`
    UPDATE login_throttles SET
      points = greatest(points - 1, 0),
      blocked_until = CASE WHEN points - 1 < ${THROTTLES[name].free}::int THEN NULL ELSE blocked_until END
    WHERE key = ${keyOf(name, subject)}`;
}

/** Forgets all tries of one subject. */
export async function clearAttempts(db: Db | Tx, name: ThrottleName, subject: string): Promise<void> {
  await db.loginThrottle.deleteMany({ where: { key: keyOf(name, subject) } });
}
