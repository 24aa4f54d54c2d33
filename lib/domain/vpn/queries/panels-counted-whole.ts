import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canSeeVpn } from "../policy";
import type { StaffSharedPanel } from "../staff-types";

/**
 * Panels with several servers. They count an account once over all of them, and no panel tells the bytes of an account by
 * node as a counter that only grows: they are booked under the first server, in the order of lists.
 */
export async function listPanelsCountedWhole(
  { db }: Pick<KernelDeps, "db">,
  actor: Actor,
): Promise<StaffSharedPanel[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const panels = await db.vpnPanel.findMany({
    orderBy: { name: "asc" },
    select: {
      name: true,
      servers: { select: { id: true, name: true }, orderBy: [{ sort: "asc" }, { id: "asc" }] },
    },
  });
  return panels.flatMap(({ name, servers: [first, ...others] }) =>
    first && others.length > 0 ? [{ name, first, others }] : [],
  );
}
