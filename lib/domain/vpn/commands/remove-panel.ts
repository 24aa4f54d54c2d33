import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";

/**
 * Removes a panel that was never used. Refusals: forbidden, not_found, panel_in_use (limit: how many servers use it),
 * panel_has_history (customers had accounts on it: it can be switched off, and stays in the books).
 */
export async function removePanel(deps: VpnDeps, actor: Actor, panelId: string): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM vpn_panels WHERE id = ${panelId}::uuid FOR UPDATE`;
    const panel = await tx.vpnPanel.findUnique({
      where: { id: panelId },
      include: { _count: { select: { servers: true, credentials: true, readings: true } } },
    });
    if (!panel) return refuse("not_found");
    const { servers, credentials, readings } = panel._count;
    if (servers > 0) return refuse("panel_in_use", { limit: servers });
    if (credentials > 0 || readings > 0) return refuse("panel_has_history");
    await tx.vpnPanel.delete({ where: { id: panelId } });
    await writeAudit(tx, actor, {
      action: "vpn_panel.removed",
      targetType: "vpn_panel",
      targetId: panelId,
      before: { name: panel.name, kind: panel.kind, url: panel.url },
    });
    return ok();
  });
}
