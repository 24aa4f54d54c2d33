import { writeAudit } from "@/lib/domain/audit/commands";
import { changesBetween, refuseStale } from "@/lib/domain/catalog/commands/versioned-edit";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { SavePanelInput } from "../schema";

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

/**
 * Saves a panel as its form shows it; credentials are only ever replaced, never read. Refusals: forbidden, not_found,
 * changed_meanwhile, name_taken, invalid_input (url, or credentials: the adapter's words in `text`, their names in `fields`).
 */
export async function savePanel(
  deps: VpnDeps,
  actor: Actor,
  { panelId, version, credentials, options, ...typed }: SavePanelInput,
): Promise<Result<{ panelId: string }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const wanted: Stored = { ...typed, options: options ?? {} };
  return inTransaction<Result<{ panelId: string }>>(deps, async (tx) => {
    const namesake = await tx.vpnPanel.findUnique({ where: { name: wanted.name }, select: { id: true } });
    if (namesake && namesake.id !== panelId) return refuse("name_taken");
    if (panelId === undefined) {
      const refusal = refusalOf(deps, wanted, credentials ?? {});
      if (refusal) return refusal;
      const id = deps.ids.uuid();
      const credentialCiphertext = deps.cipher.encrypt(JSON.stringify(credentials ?? {}));
      await tx.vpnPanel.create({ data: { id, ...wanted, credentialCiphertext } });
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
    await tx.vpnPanel.update({
      where: { id: panelId },
      data: {
        ...wanted,
        version: { increment: 1 },
        // Another address or key is a new chance.
        failuresInRow: 0,
        openUntil: null,
        ...(credentials === null
          ? {}
          : { credentialCiphertext: deps.cipher.encrypt(JSON.stringify(credentials)) }),
      },
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
