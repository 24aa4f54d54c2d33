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

/** From here on an account may be used up before the next usual reading. */
const NEAR_PERCENT = 95;

/** Panels with somebody who is near their limit. */
async function nearLimit({ db }: VpnDeps): Promise<string[]> {
  const rows = await db.$queryRaw<{ panel_id: string }[]>`
    SELECT DISTINCT c.panel_id FROM subscriptions s
    JOIN subscription_credentials c ON c.subscription_id = s.id AND c.actual_state = 'ACTIVE'
    WHERE s.noticed_percent >= ${NEAR_PERCENT} AND s.exhausted_at IS NULL AND s.status = 'ACTIVE'`;
  return rows.map(({ panel_id }) => panel_id);
}

/**
 * Reads the counters of every panel and books them; `isNearOnly` reads those alone where somebody is near their limit. A
 * panel counts an account once, over all its servers: the bytes are booked under its first server. Panels that are down are
 * left for the next run: their counters wait for us.
 */
export async function collectUsage(deps: VpnDeps, { isNearOnly = false } = {}): Promise<number> {
  const near = isNearOnly ? await nearLimit(deps) : null;
  if (near?.length === 0) return 0;
  const panels = await deps.db.vpnPanel.findMany({
    where: { isActive: true, ...isAwake(deps.clock.securityNow()), ...(near ? { id: { in: near } } : {}) },
    include: { servers: { select: { id: true }, orderBy: [{ sort: "asc" }, { id: "asc" }], take: 1 } },
  });
  const counts = await Promise.all(panels.map((panel) => collectFrom(deps, panel)));
  return counts.reduce((sum, count) => sum + count, 0);
}
