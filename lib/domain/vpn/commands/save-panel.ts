import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { changesBetween, refuseStale } from "@/lib/domain/catalog/commands/versioned-edit";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { panelAddress } from "../panel-address";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { SavePanelInput } from "../schema";
import { tellAgain } from "./tell-again";

interface Stored {
  name: string;
  kind: SavePanelInput["kind"];
  url: string;
  options: object;
  isActive: boolean;
}

const valuesOf = ({ options, ...panel }: Stored) => ({ ...panel, options: JSON.stringify(options) });

/** The adapter says whether it can work with what was typed, before anything is stored. */
function refusalOf(deps: VpnDeps, panel: Stored, credentials: unknown) {
  const { kind, url, options } = panel;
  if (!URL.parse(url)?.host) return refuse("invalid_input", { field: "url" });
  const connected = deps.vpnPanels.connect({ kind, url, credentials, options });
  if (connected.ok) return null;
  const { text, fields = [] } = connected.error;
  if (fields.includes("url")) return refuse("invalid_input", { field: "url" });
  return refuse("invalid_input", { field: "credentials", text, fields: fields.join(" ") });
}

/** Accounts that the panel has or should have. */
async function accountsOn(tx: Tx, panelId: string): Promise<number> {
  const NONE = "ABSENT";
  return tx.subscriptionCredential.count({
    where: { panelId, OR: [{ desiredState: { not: NONE } }, { actualState: { not: NONE } }] },
  });
}

/** The panel behind it is another: it knows none of the accounts yet, and will call them by ids of its own. */
async function makeAnew(deps: VpnDeps, tx: Tx, panelId: string): Promise<void> {
  await tx.subscriptionCredential.updateMany({
    where: { panelId },
    data: { actualState: "ABSENT", remoteId: null },
  });
  await tellAgain({ db: tx, clock: deps.clock }, { panelId });
}

/**
 * Saves a panel as its form shows it; credentials are only ever replaced, never read. Refusals: forbidden, not_found,
 * changed_meanwhile, name_taken, invalid_input (url, or credentials: the adapter's words in `text`, their names in
 * `fields`), panel_address_taken (found: the other one's name), panel_has_accounts (limit: how many another kind or
 * address would leave behind).
 */
export async function savePanel(
  deps: VpnDeps,
  actor: Actor,
  { panelId, version, credentials, options, movesAccounts, ...typed }: SavePanelInput,
): Promise<Result<{ panelId: string }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const wanted: Stored = { ...typed, options: options ?? {} };
  return inTransaction<Result<{ panelId: string }>>(deps, async (tx) => {
    const namesake = await tx.vpnPanel.findUnique({ where: { name: wanted.name }, select: { id: true } });
    if (namesake && namesake.id !== panelId) return refuse("name_taken");
    const address = panelAddress(wanted.url);
    const neighbour = address ? await tx.vpnPanel.findUnique({ where: { address } }) : null;
    if (neighbour && neighbour.id !== panelId)
      return refuse("panel_address_taken", { field: "url", found: neighbour.name });
    if (panelId === undefined) {
      const refusal = refusalOf(deps, wanted, credentials ?? {});
      if (refusal) return refusal;
      const id = deps.ids.uuid();
      const credentialCiphertext = deps.cipher.encrypt(JSON.stringify(credentials ?? {}));
      await tx.vpnPanel.create({ data: { id, ...wanted, address, credentialCiphertext } });
      await writeAudit(tx, actor, {
        action: "vpn_panel.created",
        targetType: "vpn_panel",
        targetId: id,
        after: valuesOf(wanted),
      });
      return ok({ panelId: id });
    }
    await tx.$queryRaw`SELECT id FROM vpn_panels WHERE id = ${panelId}::uuid FOR UPDATE`;
    const current = await tx.vpnPanel.findUnique({ where: { id: panelId } });
    if (!current) throw new RefusalError("not_found");
    const { name, kind, url, isActive } = current;
    const before = valuesOf({ name, kind, url, isActive, options: Object(current.options) });
    if (current.version !== version) refuseStale({ ...before, version: current.version }, valuesOf(wanted));
    const stored: unknown = JSON.parse(deps.cipher.decrypt(current.credentialCiphertext));
    const refusal = refusalOf(deps, wanted, credentials ?? stored);
    if (refusal) return refusal;
    const changes = changesBetween(before, valuesOf(wanted));
    if (!changes && credentials === null) return ok({ panelId });
    const isElsewhere = kind !== wanted.kind || panelAddress(url) !== address;
    const accounts = isElsewhere ? await accountsOn(tx, panelId) : 0;
    if (accounts > 0 && !movesAccounts) return refuse("panel_has_accounts", { limit: accounts });
    if (accounts > 0) await makeAnew(deps, tx, panelId);
    await tx.vpnPanel.update({
      where: { id: panelId },
      data: {
        ...wanted,
        address,
        version: { increment: 1 },
        // What it said elsewhere, or to another key, says nothing of it now.
        ...(isElsewhere || credentials !== null
          ? { healthCode: null, healthText: null, probedAt: null }
          : {}),
        ...(isElsewhere ? { usageEpoch: null, detectedVersion: null } : {}),
        // Another address or key is a new chance.
        failuresInRow: 0,
        openUntil: null,
        ...(credentials === null
          ? {}
          : { credentialCiphertext: deps.cipher.encrypt(JSON.stringify(credentials)) }),
      },
    });
    // What it did not take is tried again at once, and not when its pause is over.
    await tx.subscriptionCredential.updateMany({
      where: { panelId, lastErrorCode: { not: null } },
      data: { attempts: 0, nextAttemptAt: deps.clock.securityNow() },
    });
    await writeAudit(tx, actor, {
      action: "vpn_panel.updated",
      targetType: "vpn_panel",
      targetId: panelId,
      before: { ...changes?.before },
      after: { ...changes?.after, ...(credentials === null ? {} : { credentials: "replaced" }) },
    });
    return ok({ panelId });
  });
}
