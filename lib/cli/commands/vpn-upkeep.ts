import type { Deps } from "@/lib/deps";
import { systemActor } from "@/lib/domain/kernel/actor";
import { probePanelById } from "@/lib/domain/vpn/commands/probe-panels";
import { reconcilePanel } from "@/lib/domain/vpn/commands/reconcile-panels";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { listStaffPanels, listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { CommandError, type CommandOutcome } from "../output";

const OPERATOR = systemActor("operator", "cli");

const activePanels = async (deps: Deps) =>
  (await listStaffPanels(deps, OPERATOR)).filter(({ isActive }) => isActive);

async function panelsOf(deps: Deps, server: string) {
  const found = (await listStaffServers(deps, OPERATOR)).filter(({ name }) => name === server);
  if (found.length === 0) throw new CommandError(`No server is called "${server}".`, "not_found");
  return found.map(({ panel }) => panel);
}

/** Asks every active panel, or the one of a server, who it is. Exit code 1 when one is not fine. */
export async function vpnServerProbeCommand(deps: Deps, [server]: string[]): Promise<CommandOutcome> {
  const panels = server ? await panelsOf(deps, server) : await activePanels(deps);
  const lines: string[] = [];
  const outcomes: { panel: string; code: string }[] = [];
  for (const { id, name, kind } of panels) {
    const probed = await probePanelById(deps, OPERATOR, id);
    if (!probed.ok) continue;
    const { code, version, latencyMs, text } = probed.outcome;
    lines.push(`${name} (${kind} ${version ?? "?"}): ${code}, ${latencyMs} ms${text ? `, ${text}` : ""}`);
    outcomes.push({ panel: name, ...probed.outcome });
  }
  return { lines, json: outcomes, exitCode: outcomes.every(({ code }) => code === "fine") ? 0 : 1 };
}

/** Compares every active panel with our accounts and sets right what differs. Exit code 1 when one did not answer. */
export async function vpnReconcileCommand(deps: Deps): Promise<CommandOutcome> {
  const lines: string[] = [];
  const found: object[] = [];
  let failed = 0;
  for (const { id, name } of await activePanels(deps)) {
    const compared = await reconcilePanel(deps, OPERATOR, id);
    if (!compared.ok) {
      failed += 1;
      lines.push(`${name}: ${compared.details?.kind ?? compared.reason}, ${compared.details?.text ?? ""}`);
      found.push({ panel: name, error: compared.reason, ...compared.details });
      continue;
    }
    const { ours, closed, there, missing, wrong, leftOver, strangers } = compared.drift;
    const counts = {
      ours,
      closed,
      there,
      missing: missing.length,
      wrong: wrong.length,
      leftOver: leftOver.length,
    };
    lines.push(
      `${name}: ${ours} of ours${closed > 0 ? ` (${closed} closed, which a panel may forget)` : ""}, ${there} there, ` +
        `${counts.missing} missing, ${counts.wrong} wrong, ` +
        `${counts.leftOver} left over, ${strangers.length} strangers`,
    );
    found.push({ panel: name, ...counts, strangers });
  }
  const told = await tellDuePanels(deps);
  lines.push(`${told} accounts were told again.`);
  return { lines, json: { panels: found, told }, exitCode: failed > 0 ? 1 : 0 };
}
