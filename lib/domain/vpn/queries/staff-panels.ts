import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canSeeVpn } from "../policy";
import type { StaffPanelDetail, StaffPanelRow } from "../staff-types";
import { readPanelHistory } from "./panel-history";
import { panelView } from "./staff-servers";

const WITH_SERVERS = {
  servers: { select: { id: true, name: true }, orderBy: [{ sort: "asc" }, { name: "asc" }] },
} satisfies Prisma.VpnPanelInclude;

/** Every panel with the servers that use it, also one that has none. */
export async function listPanelsInUse(deps: Pick<KernelDeps, "db">, actor: Actor): Promise<StaffPanelRow[]> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const rows = await deps.db.vpnPanel.findMany({ include: WITH_SERVERS, orderBy: { name: "asc" } });
  return rows.map(({ servers, ...panel }) => ({ ...panelView(panel), servers }));
}

/** One panel with its servers and its history; null when there is none. */
export async function getStaffPanel(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<StaffPanelDetail | null> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const row = await deps.db.vpnPanel.findUnique({ where: { id }, include: WITH_SERVERS });
  if (!row) return null;
  const { servers, ...panel } = row;
  return { ...panelView(panel), servers, ...(await readPanelHistory(deps, id)) };
}
