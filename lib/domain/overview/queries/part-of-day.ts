import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ORDER_SUMS, WAIT_BUCKET } from "./order-sums";

export interface PartOfDay {
  orders: number;
  withCode: number;
  completed: number;
  canceled: number;
  expired: number;
  failed: number;
  revenueMicros: bigint;
  refundedMicros: bigint;
  costMicros: bigint;
  lossMicros: bigint;
  waits: number[];
}

/** A day (UTC) from its beginning until a moment of it, out of its orders and people: roll-ups know whole days alone. */
export async function readPartOfDay(
  { db }: Pick<KernelDeps, "db">,
  until: Date,
): Promise<{ sums: PartOfDay; newUsers: number }> {
  const start = new Date(`${until.toISOString().slice(0, 10)}T00:00:00Z`);
  const within = { gte: start, lt: until } satisfies Prisma.DateTimeFilter;
  const [[sums], newUsers] = await Promise.all([
    db.$queryRaw<PartOfDay[]>`
      SELECT ${ORDER_SUMS} FROM (
        SELECT o.*, ${WAIT_BUCKET} FROM orders o
        WHERE o.start_at >= ${start} AND o.start_at < ${until} AND NOT o.is_sandbox) counted`,
    db.user.count({ where: { createdAt: within } }),
  ]);
  if (!sums) throw new Error("a sum without a row");
  return { sums, newUsers };
}
