import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import { unmetPoints } from "../queries/unmet-points";
import type { ServerStatusInput } from "../schema";

/**
 * Puts a server online, offline or in maintenance. Out of service it leaves every link at once and takes nobody; in
 * maintenance with draining its people are moved to other locations by a job. One that was never open is opened when its
 * panel answered last and its checklist is complete, or for a reason that is written down. Refusals: forbidden, not_found,
 * changed_meanwhile, server_unverified (open: what is missing).
 */
export async function setServerStatus(
  deps: VpnDeps,
  actor: Actor,
  { serverId, version, status, isDraining, reason }: ServerStatusInput,
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  const wanted = { status, isDraining: status === "MAINTENANCE" && isDraining };
  return inTransaction<Result>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM vpn_servers WHERE id = ${serverId}::uuid FOR UPDATE`;
    const current = await tx.vpnServer.findUnique({ where: { id: serverId } });
    if (!current) return refuse("not_found");
    const before = { status: current.status, isDraining: current.isDraining };
    if (before.status === wanted.status && before.isDraining === wanted.isDraining) return ok();
    if (current.version !== version) return refuse("changed_meanwhile", { version: current.version });
    const unmet = status === "ONLINE" ? await unmetPoints(tx, serverId) : [];
    if (unmet.length > 0 && reason === "") return refuse("server_unverified", { open: unmet.join(",") });
    const opens = status === "ONLINE" && current.verifiedAt === null;
    await tx.vpnServer.update({
      where: { id: serverId },
      data: { ...wanted, ...(opens ? { verifiedAt: deps.clock.now() } : {}), version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "vpn_server.status_set",
      targetType: "vpn_server",
      targetId: serverId,
      before,
      after: { ...wanted, ...(unmet.length > 0 ? { open: unmet.join(", ") } : {}) },
      ...(reason === "" ? {} : { reason }),
    });
    return ok();
  });
}
