import type { VpnPanel } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { type AccountDrift, accountDrift } from "../account-drift";
import { isAwake } from "../awake-panels";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import { connectPanel } from "../queries/panel-connection";
import type { PanelError } from "../types";
import { tellAgain } from "./tell-again";

const ACTOR = systemActor("reconcile-panels");
/** As many names of strangers as somebody reads. */
const MAX_STRANGERS = 20;
/** One statement's worth of ids. */
const CHUNK = 10_000;

type PanelComparison = { ok: true; drift: AccountDrift } | { ok: false; error: PanelError };

/** Only what the panel was told before the list was read is compared: the rest is on its way. */
async function settledAccounts(deps: VpnDeps, panelId: string, before: Date) {
  const rows = await deps.db.subscriptionCredential.findMany({
    where: { panelId, updatedAt: { lt: before } },
    select: { id: true, username: true, desiredState: true, desiredVersion: true, actualVersion: true },
  });
  const due = new Set(
    rows
      .filter(({ desiredVersion, actualVersion }) => desiredVersion !== actualVersion)
      .map(({ username }) => username),
  );
  return { settled: rows.filter(({ username }) => !due.has(username)), due };
}

/** Compares one panel with our rows, writes down what was found, and makes due what is not as it should be. */
async function comparePanel(deps: VpnDeps, actor: Actor, panel: VpnPanel): Promise<PanelComparison> {
  const connected = connectPanel(deps, panel);
  if (!connected.ok) return connected;
  const began = deps.clock.securityNow();
  const listed = await connected.adapter.listAccounts();
  if (!listed.ok) return listed;
  const { settled, due } = await settledAccounts(deps, panel.id, began);
  const known = listed.accounts.filter(({ username }) => !due.has(username));
  const drift = accountDrift(settled, known);
  // Accounts that were made while the list was read are ours too.
  const owned = await deps.db.subscriptionCredential.findMany({
    where: { panelId: panel.id, username: { in: drift.strangers } },
    select: { username: true },
  });
  const ownedNames = new Set(owned.map(({ username }) => username));
  const strangers = drift.strangers.filter((username) => !ownedNames.has(username));
  const found: AccountDrift = { ...drift, strangers };
  const repaired = [...found.missing, ...found.wrong, ...found.leftOver];
  for (let start = 0; start < repaired.length; start += CHUNK)
    await tellAgain(deps, { id: { in: repaired.slice(start, start + CHUNK) } });
  await inTransaction(deps, async (tx) => {
    await tx.panelCheck.create({
      data: {
        panelId: panel.id,
        at: deps.clock.now(),
        ours: found.ours,
        there: found.there,
        missing: found.missing.length,
        wrong: found.wrong.length,
        leftOver: found.leftOver.length,
        strangers: strangers.slice(0, MAX_STRANGERS),
      },
    });
    if (repaired.length > 0)
      await writeAudit(tx, actor, {
        action: "vpn_panel.repaired",
        targetType: "vpn_panel",
        targetId: panel.id,
        after: {
          missing: found.missing.length,
          wrong: found.wrong.length,
          leftOver: found.leftOver.length,
        },
      });
  });
  return { ok: true, drift: found };
}

/** Every panel that answers, side by side. Returns how many accounts had to be told again. */
export async function reconcilePanels(deps: VpnDeps): Promise<number> {
  const panels = await deps.db.vpnPanel.findMany({
    where: { isActive: true, ...isAwake(deps.clock.securityNow()) },
  });
  const counts = await Promise.all(
    panels.map(async (panel) => {
      const compared = await comparePanel(deps, ACTOR, panel);
      if (!compared.ok) {
        deps.log.warn({ panel: panel.name, code: compared.error.kind }, "panel not compared");
        return 0;
      }
      const { missing, wrong, leftOver } = compared.drift;
      return missing.length + wrong.length + leftOver.length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One panel, when an administrator asks. Refusals: forbidden, not_found, panel_failed (kind, text). */
export async function reconcilePanel(
  deps: VpnDeps,
  actor: Actor,
  panelId: string,
): Promise<Result<{ drift: AccountDrift }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const panel = await deps.db.vpnPanel.findUnique({ where: { id: panelId } });
  if (!panel) return refuse("not_found");
  const compared = await comparePanel(deps, actor, panel);
  if (compared.ok) return ok({ drift: compared.drift });
  return refuse("panel_failed", { kind: compared.error.kind, text: compared.error.text.slice(0, 300) });
}
