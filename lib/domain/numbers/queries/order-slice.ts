import { Prisma } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { OrderView } from "../types";
import { readOrderIds, readOrdersById } from "./order-rows";
import { toOrderViews } from "./order-view";
import { ownedBy } from "./owned-by";

export interface OrderSlice {
  kind: OrderView["kind"];
  limit: number;
  offset: number;
  direction: "asc" | "desc";
}

/** So many of a person's orders of one kind from there on, by number, and how many there are. Without those that were
 * never connected. */
export async function listOrderSlice(
  deps: Pick<KernelDeps, "db" | "cipher">,
  scope: CustomerScope,
  { kind, limit, offset, direction }: OrderSlice,
): Promise<{ orders: OrderView[]; total: number }> {
  const where = Prisma.sql`${ownedBy(scope)} AND o.kind = ${kind}::"OrderKind" AND o.status <> 'FAILED'`;
  const way = direction === "asc" ? Prisma.sql`o.number ASC` : Prisma.sql`o.number DESC`;
  const [counted, ids] = await Promise.all([
    deps.db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM orders o WHERE ${where}`,
    readOrderIds(deps, where, way, { limit, offset }),
  ]);
  const orders = await toOrderViews(deps, await readOrdersById(deps, ids));
  return { orders, total: Number(counted[0]?.total ?? 0n) };
}
