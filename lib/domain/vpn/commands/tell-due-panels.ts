import type { VpnPanel } from "@/lib/db/generated/client";
import { CLAIM_MS, OPEN_AFTER_FAILURES, OPEN_FOR_MS } from "../panel-retry";
import type { VpnDeps } from "../ports";
import { connectPanel } from "../queries/panel-connection";
import { type DueCredential, tellPanel } from "./tell-panel";

const BATCH = 200;
/** Hiddify runs a shell job per change: one at a time. The others take several. */
const PARALLEL: Record<VpnPanel["kind"], number> = {
  HIDDIFY: 1,
  MARZBAN: 4,
  THREE_X_UI: 2,
  REMNAWAVE: 4,
  XRAY: 32,
  WIREGUARD: 8,
};

/** Claims what is due of panels that are not resting, so that two processes share the work. */
async function claimDue(deps: VpnDeps): Promise<DueCredential[]> {
  const now = deps.clock.securityNow();
  const claimed = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE subscription_credentials SET next_attempt_at = ${new Date(now.getTime() + CLAIM_MS)}
    WHERE id IN (
      SELECT c.id FROM subscription_credentials c JOIN vpn_panels p ON p.id = c.panel_id
      WHERE c.desired_version <> c.actual_version AND c.next_attempt_at <= ${now}
        AND p.is_active AND (p.open_until IS NULL OR p.open_until <= ${now})
      ORDER BY c.next_attempt_at LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED)
    RETURNING id`;
  if (claimed.length === 0) return [];
  return deps.db.subscriptionCredential.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    include: { subscription: true },
    orderBy: { createdAt: "asc" },
  });
}

/** A panel that fails again and again rests for a while, so that the others are not kept waiting by its time-outs. */
async function noteOutcome(deps: VpnDeps, panel: VpnPanel, failed: boolean): Promise<void> {
  if (!failed) {
    if (panel.failuresInRow > 0)
      await deps.db.vpnPanel.update({ where: { id: panel.id }, data: { failuresInRow: 0, openUntil: null } });
    return;
  }
  const { failuresInRow } = await deps.db.vpnPanel.update({
    where: { id: panel.id },
    data: { failuresInRow: { increment: 1 } },
  });
  if (failuresInRow >= OPEN_AFTER_FAILURES) {
    const openUntil = new Date(deps.clock.securityNow().getTime() + OPEN_FOR_MS);
    await deps.db.vpnPanel.update({ where: { id: panel.id }, data: { openUntil } });
  }
}

async function tellOne(deps: VpnDeps, panel: VpnPanel, rows: DueCredential[]): Promise<void> {
  const connected = connectPanel(deps, panel);
  if (!connected.ok) {
    await deps.db.subscriptionCredential.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { lastErrorCode: connected.error.kind, lastErrorText: connected.error.text.slice(0, 300) },
    });
    await noteOutcome(deps, panel, true);
    return;
  }
  const { adapter } = connected;
  const left = [...rows];
  const work = async () => {
    for (let row = left.shift(); row; row = left.shift()) {
      const error = await tellPanel(deps, adapter, panel, row);
      const isDown = error?.kind === "unreachable" || error?.kind === "auth";
      await noteOutcome(deps, panel, isDown);
      // The rest waits for its claim to end: a panel that does not answer is not asked a hundred times.
      if (isDown) left.length = 0;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL[panel.kind] }, work));
}

/** Tells every panel what is due; the panels side by side. Returns how many accounts were due. */
export async function tellDuePanels(deps: VpnDeps): Promise<number> {
  const due = await claimDue(deps);
  const panels = await deps.db.vpnPanel.findMany({
    where: { id: { in: [...new Set(due.map(({ panelId }) => panelId))] } },
  });
  await Promise.all(
    panels.map((panel) =>
      tellOne(
        deps,
        panel,
        due.filter(({ panelId }) => panelId === panel.id),
      ),
    ),
  );
  return due.length;
}
