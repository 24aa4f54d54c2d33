import type { Db, Tx } from "@/lib/db/client";
import { METHOD_TERMS, type TopUpMethod } from "../methods";
import type { MethodState } from "../types";

/** What was started or paid since midnight UTC (business time) and has not come to nothing. Micro-units. */
export async function startedTodayMicros(db: Db | Tx, userId: string): Promise<bigint> {
  const rows = await db.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(i.amount_micros), 0)::bigint AS sum FROM invoices i
    WHERE i.user_id = ${userId}::uuid AND i.purpose = 'TOP_UP' AND i.status IN ('CREATED', 'PENDING', 'PAID')
      AND i.created_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
  return rows[0]?.sum ?? 0n;
}

/** How a way of paying stands; what a fresh shop starts with where nobody has changed it. */
export async function methodState(db: Db | Tx, method: TopUpMethod): Promise<MethodState> {
  const row = await db.gatewayState.findUnique({ where: { method } });
  const { minimumMicros, maximumMicros, feeBps } = row ?? METHOD_TERMS[method];
  return {
    method,
    isOn: row?.isOn ?? true,
    minimumMicros,
    maximumMicros,
    feeBps,
    version: row?.version ?? 1,
  };
}
