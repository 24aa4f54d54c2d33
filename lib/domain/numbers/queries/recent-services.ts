import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** How many of the newest orders are looked through. */
const LOOKED_THROUGH = 50;

/** The slugs of the services this person rented last, the newest first. */
export async function listRecentServices(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  limit: number,
): Promise<string[]> {
  const rows = await deps.db.order.findMany({
    where: { userId: scope.userId, isSandbox: scope.isSandbox },
    orderBy: { startAt: "desc" },
    take: LOOKED_THROUGH,
    select: { service: { select: { slug: true } } },
  });
  return [...new Set(rows.map(({ service }) => service.slug))].slice(0, limit);
}
