import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { PanelHistory } from "../staff-types";

/** How many probes, comparisons and accounts a page shows. */
const HISTORY = 20;

/** What a panel answered lately, how the comparisons went, and whom it did not take. */
export async function readPanelHistory(deps: Pick<KernelDeps, "db">, panelId: string): Promise<PanelHistory> {
  const [probes, checks, failing] = await Promise.all([
    deps.db.panelProbe.findMany({ where: { panelId }, orderBy: { at: "desc" }, take: HISTORY }),
    deps.db.panelCheck.findMany({ where: { panelId }, orderBy: { at: "desc" }, take: HISTORY }),
    deps.db.subscriptionCredential.findMany({
      where: { panelId, lastErrorCode: { not: null } },
      orderBy: { updatedAt: "desc" },
      take: HISTORY,
    }),
  ]);
  return {
    probes: probes.map(({ at, code, latencyMs, version }) => ({
      at: at.toISOString(),
      code,
      latencyMs,
      version,
    })),
    checks: checks.map(({ at, ours, there, missing, wrong, leftOver, strangers }) => ({
      at: at.toISOString(),
      ours,
      there,
      missing,
      wrong,
      leftOver,
      strangers,
    })),
    failing: failing.map(({ username, subscriptionId, lastErrorCode, lastErrorText }) => ({
      username,
      subscriptionId,
      code: lastErrorCode ?? "",
      text: lastErrorText ?? "",
    })),
  };
}
