import { Prisma } from "@/lib/db/generated/client";
import { WAIT_BOUNDS, WAIT_BUCKETS } from "../wait-buckets";

const waitCounts = Prisma.join(
  Array.from(
    { length: WAIT_BUCKETS },
    (_, bucket) => Prisma.sql`count(*) FILTER (WHERE bucket = ${Prisma.raw(String(bucket))})::int`,
  ),
);

/** In which bucket of waits the order `o` is; none without a code. */
export const WAIT_BUCKET = Prisma.sql`
  CASE WHEN o.activated_at IS NOT NULL AND o.first_code_at IS NOT NULL THEN
    width_bucket(extract(epoch FROM o.first_code_at - o.activated_at)::float8, ${[...WAIT_BOUNDS]}::float8[]) END AS bucket`;

/** The sums over orders with their bucket, in the order of a roll-up's columns. */
export const ORDER_SUMS = Prisma.sql`
  count(*)::int AS orders, count(first_code_at)::int AS "withCode",
  count(*) FILTER (WHERE status = 'COMPLETED')::int AS completed,
  count(*) FILTER (WHERE status = 'CANCELED')::int AS canceled,
  count(*) FILTER (WHERE status = 'EXPIRED')::int AS expired,
  count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
  coalesce(sum(price_micros) FILTER (WHERE first_code_at IS NOT NULL), 0)::bigint AS "revenueMicros",
  coalesce(sum(refunded_micros), 0)::bigint AS "refundedMicros",
  coalesce(sum(cost_micros) FILTER (WHERE first_code_at IS NOT NULL), 0)::bigint AS "costMicros",
  coalesce(sum(loss_micros), 0)::bigint AS "lossMicros", ARRAY[${waitCounts}] AS waits`;
