import type { VpnPanel } from "@/lib/db/generated/client";
import { isAwake } from "../awake-panels";
import type { VpnDeps, VpnPanelAdapter } from "../ports";
import { connectPanel } from "../queries/panel-connection";
import { bookUsage } from "./book-usage";
import { tellAgain } from "./tell-again";

type PanelWithServer = VpnPanel & { servers: { id: string }[] };

/** A reading begins: another that is under way will not be booked, so that an old one never follows a newer one. */
async function claimReading(deps: VpnDeps, panelId: string): Promise<bigint> {
  const { usageClaim } = await deps.db.vpnPanel.update({
    where: { id: panelId },
    data: { usageClaim: { increment: 1n } },
    select: { usageClaim: true },
  });
  return usageClaim;
}

/** Another life of the counters: what runs there has restarted, and may have forgotten its accounts. */
async function noteEpoch(
  deps: VpnDeps,
  panel: VpnPanel,
  { capabilities }: VpnPanelAdapter,
  epoch: string,
): Promise<void> {
  if (panel.usageEpoch === epoch) return;
  if (panel.usageEpoch !== null && capabilities.forgetsOnRestart) {
    const told = await tellAgain(deps, { panelId: panel.id, desiredState: "ACTIVE" });
    deps.log.warn({ panel: panel.name, accounts: told }, "panel restarted: accounts are told again");
  }
  await deps.db.vpnPanel.update({ where: { id: panel.id }, data: { usageEpoch: epoch } });
}

async function collectFrom(deps: VpnDeps, panel: PanelWithServer): Promise<number> {
  const [server] = panel.servers;
  const connected = connectPanel(deps, panel);
  if (!server || !connected.ok) return 0;
  const claim = await claimReading(deps, panel.id);
  const usage = await connected.adapter.readUsage();
  if (!usage.ok) {
    deps.log.warn({ panel: panel.name, code: usage.error.kind }, "usage not read");
    return 0;
  }
  const crossed = await bookUsage(deps, { panelId: panel.id, serverId: server.id, claim }, usage);
  // After the booking: a crash in between tells the accounts at the next reading.
  await noteEpoch(deps, panel, connected.adapter, usage.epoch);
  return crossed;
}

/**
 * Reads the counters of every panel and books them. A panel counts an account once, over all its servers: the bytes are
 * booked under its first server. Panels that are down are left for the next run: their counters wait for us.
 */
export async function collectUsage(deps: VpnDeps): Promise<number> {
  const panels = await deps.db.vpnPanel.findMany({
    where: { isActive: true, ...isAwake(deps.clock.securityNow()) },
    include: { servers: { select: { id: true }, orderBy: [{ sort: "asc" }, { id: "asc" }], take: 1 } },
  });
  const counts = await Promise.all(panels.map((panel) => collectFrom(deps, panel)));
  return counts.reduce((sum, count) => sum + count, 0);
}
