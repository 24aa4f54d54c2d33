import type { Tx } from "@/lib/db/client";
import type { VpnServer } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { changesBetween, refuseStale } from "@/lib/domain/catalog/commands/versioned-edit";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import { previewInbound } from "../queries/inbound-preview";
import { sameJson } from "../same-json";
import type { SaveServerInput, ServerInput } from "../schema";
import { syncInbounds } from "./sync-inbounds";

type Facts = Omit<ServerInput, "inbounds" | "kept">;

const valuesOf = (server: Facts | VpnServer) => ({
  name: server.name,
  location: server.location,
  locationFa: server.locationFa,
  locationPt: server.locationPt,
  countryCode: server.countryCode,
  domain: server.domain,
  maxUsers: server.maxUsers,
  multiplier: server.multiplier,
  sort: server.sort,
  panelId: server.panelId,
});

/** Nobody is put there before somebody has opened it: a panel that does not answer would take what people pay for. */
const UNOPENED = { status: "MAINTENANCE", isDraining: false, verifiedAt: null } as const;

/** What stands now, as far as a refusal depends on it. */
interface Standing {
  domain: string | null;
  inbounds: readonly { tag: string; template: unknown }[];
}

/**
 * What nobody could connect to is not stored. What stands there already and is not touched stays: cores that refuse it by
 * now must not keep the rest of the server from being changed.
 */
function refusalOf(server: ServerInput, standing: Standing): Refusal | null {
  const tags = [...server.inbounds.map(({ tag }) => tag), ...server.kept];
  const twice = tags.find((tag, place) => tags.indexOf(tag) < place);
  if (twice !== undefined) return refuse("inbound_tag_taken", { found: twice });
  for (const template of server.inbounds) {
    const stored = standing.inbounds.find(({ tag }) => tag === template.tag);
    if (server.domain === standing.domain && stored && sameJson(stored.template, template)) continue;
    const [problem] = previewInbound(server, template).problems;
    if (problem) return refuse("inbound_refused", { tag: template.tag, problem });
  }
  return null;
}

async function seatedThere(tx: Tx, serverId: string): Promise<number> {
  return tx.userConfig.count({ where: { serverId, isActive: true }, take: 1 });
}

/**
 * Saves a server with its inbounds as the form shows them; a new one, or one that gets another panel, waits in maintenance
 * until it is opened. Those who sit there get the new inbounds and their panel is told.
 * Refusals: forbidden, not_found, changed_meanwhile, name_taken, inbound_tag_taken (found), inbound_refused (tag,
 * problem), server_in_use (its panel changes while people sit there).
 */
export async function saveServer(
  deps: VpnDeps,
  actor: Actor,
  { serverId, version, server }: SaveServerInput,
): Promise<Result<{ serverId: string }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const wanted = valuesOf(server);
  return inTransaction<Result<{ serverId: string }>>(deps, async (tx) => {
    if (serverId) await tx.$queryRaw`SELECT id FROM vpn_servers WHERE id = ${serverId}::uuid FOR UPDATE`;
    const panel = await tx.vpnPanel.findUnique({ where: { id: wanted.panelId }, select: { id: true } });
    if (!panel) return refuse("not_found");
    const namesake = await tx.vpnServer.findUnique({ where: { name: wanted.name }, select: { id: true } });
    if (namesake && namesake.id !== serverId) return refuse("name_taken");
    const current = serverId
      ? await tx.vpnServer.findUnique({ where: { id: serverId }, include: { inbounds: true } })
      : null;
    if (serverId && !current) return refuse("not_found");
    const refusal = refusalOf(server, { domain: current?.domain ?? null, inbounds: current?.inbounds ?? [] });
    if (refusal) return refusal;
    const inbounds = server.inbounds.map(({ tag, protocol, port }) => `${tag} ${protocol} ${port}`);
    if (serverId === undefined || !current) {
      const id = deps.ids.uuid();
      await tx.vpnServer.create({ data: { id, ...wanted, ...UNOPENED } });
      await syncInbounds(deps, tx, { id, panelId: wanted.panelId }, server);
      await writeAudit(tx, actor, {
        action: "vpn_server.created",
        targetType: "vpn_server",
        targetId: id,
        after: { ...wanted, status: UNOPENED.status, inbounds },
      });
      return ok({ serverId: id });
    }
    const before = valuesOf(current);
    if (current.version !== version) refuseStale({ ...before, version: current.version }, wanted);
    if (current.panelId !== wanted.panelId && (await seatedThere(tx, serverId)) > 0)
      return refuse("server_in_use");
    const changes = changesBetween(before, wanted);
    const inboundsChanged = await syncInbounds(deps, tx, { id: serverId, panelId: wanted.panelId }, server);
    if (!changes && !inboundsChanged) return ok({ serverId });
    await tx.vpnServer.update({
      where: { id: serverId },
      data: {
        ...wanted,
        ...(current.panelId === wanted.panelId ? {} : UNOPENED),
        version: { increment: 1 },
      },
    });
    await writeAudit(tx, actor, {
      action: "vpn_server.updated",
      targetType: "vpn_server",
      targetId: serverId,
      before: { ...changes?.before },
      after: { ...changes?.after, ...(inboundsChanged ? { inbounds } : {}) },
    });
    return ok({ serverId });
  });
}
