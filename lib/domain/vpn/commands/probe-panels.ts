import type { VpnPanel } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { CLAIM_MS } from "../panel-retry";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import { connectPanel } from "../queries/panel-connection";

export interface ProbeOutcome {
  /** "fine", "unknown_version", or the class of the error. */
  code: string;
  text: string;
  version: string | null;
  latencyMs: number;
}

/** Asks one panel who it is; writes the answer to its history. */
async function probePanel(deps: VpnDeps, panel: VpnPanel): Promise<ProbeOutcome> {
  const began = deps.clock.securityNow();
  const connected = connectPanel(deps, panel);
  const probed = connected.ok ? await connected.adapter.probe() : connected;
  const answered = deps.clock.securityNow();
  const latencyMs = Math.max(0, answered.getTime() - began.getTime());
  const at = deps.clock.now();
  const outcome: ProbeOutcome = probed.ok
    ? {
        code: probed.isKnown ? "fine" : "unknown_version",
        text: probed.remark.slice(0, 300),
        version: probed.version,
        latencyMs,
      }
    : { code: probed.error.kind, text: probed.error.text.slice(0, 300), version: null, latencyMs };
  await deps.db.$transaction([
    deps.db.panelProbe.create({
      data: { panelId: panel.id, at, code: outcome.code, latencyMs, version: outcome.version },
    }),
    deps.db.vpnPanel.update({
      where: { id: panel.id },
      data: {
        healthCode: outcome.code,
        healthText: outcome.text,
        latencyMs,
        probedAt: at,
        ...(outcome.version ? { detectedVersion: outcome.version } : {}),
        ...(probed.ok ? { failuresInRow: 0, openUntil: null } : {}),
      },
    }),
  ]);
  if (probed.ok) await askAgain(deps, panel.id, answered);
  return outcome;
}

/** It answers: accounts that it did not take because of its key or its silence wait no longer. */
async function askAgain(deps: VpnDeps, panelId: string, now: Date): Promise<void> {
  await deps.db.subscriptionCredential.updateMany({
    where: {
      panelId,
      lastErrorCode: { in: ["auth", "unreachable", "protocol"] },
      nextAttemptAt: { gt: new Date(now.getTime() + CLAIM_MS) },
    },
    data: { nextAttemptAt: now },
  });
}

/** One panel, when somebody of the staff asks. Refusals: forbidden, not_found. */
export async function probePanelById(
  deps: VpnDeps,
  actor: Actor,
  panelId: string,
): Promise<Result<{ outcome: ProbeOutcome }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const panel = await deps.db.vpnPanel.findUnique({ where: { id: panelId } });
  return panel ? ok({ outcome: await probePanel(deps, panel) }) : refuse("not_found");
}

/** Every active panel, side by side. */
export async function probePanels(deps: VpnDeps): Promise<number> {
  const panels = await deps.db.vpnPanel.findMany({ where: { isActive: true } });
  await Promise.all(panels.map((panel) => probePanel(deps, panel)));
  return panels.length;
}
