import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { OrderView } from "../types";
import { readOrderSlice } from "./order-rows";
import { toOrderViews } from "./order-view";
import { ownedBy } from "./owned-by";

export interface OrderSpan {
  /** Only what has its number and has not ended. */
  isActive?: boolean;
  /** Business time, both included. */
  from?: Date;
  to?: Date;
  offset: number;
  limit: number;
}

/** So many of the person's orders, newest first, without counting the rest: for the doors of integrators. */
export async function listOrderSpan(
  deps: Pick<KernelDeps, "db" | "cipher">,
  scope: CustomerScope,
  { isActive = false, from, to, offset, limit }: OrderSpan,
): Promise<OrderView[]> {
  const parts = [
    ownedBy(scope),
    ...(isActive ? [Prisma.sql`o.status = 'ACTIVE'`] : []),
    ...(from ? [Prisma.sql`o.start_at >= ${from}`] : []),
    ...(to ? [Prisma.sql`o.start_at <= ${to}`] : []),
  ];
  return toOrderViews(deps, await readOrderSlice(deps, Prisma.join(parts, " AND "), { offset, limit }));
}
