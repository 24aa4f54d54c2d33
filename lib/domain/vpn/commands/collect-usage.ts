import type { VpnDeps } from "../ports";
import { connectPanel } from "../queries/panel-connection";
import { bookUsage } from "./book-usage";

/**
 * Reads the counters of every panel and books them. A panel counts an account once, over all its servers: the bytes are
 * booked under its first server. Panels that are down are left for the next run: their counters wait for us.
 */
export async function collectUsage(deps: VpnDeps): Promise<number> {
  const now = deps.clock.securityNow();
  const panels = await deps.db.vpnPanel.findMany({
    where: { isActive: true, OR: [{ openUntil: null }, { openUntil: { lte: now } }] },
    include: { servers: { select: { id: true }, orderBy: [{ sort: "asc" }, { id: "asc" }], take: 1 } },
  });
  const counts = await Promise.all(
    panels.map(async (panel) => {
      const [server] = panel.servers;
      const connected = connectPanel(deps, panel);
      if (!server || !connected.ok) return 0;
      const usage = await connected.adapter.readUsage();
      if (!usage.ok) {
        deps.log.warn({ panel: panel.name, code: usage.error.kind }, "usage not read");
        return 0;
      }
      return bookUsage(deps, { panelId: panel.id, serverId: server.id }, usage);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
