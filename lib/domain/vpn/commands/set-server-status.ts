import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { ServerStatusInput } from "../schema";

/**
 * Puts a server online, offline or in maintenance. Out of service it leaves every link at once and takes nobody; in
 * maintenance with draining its people are moved to other locations by a job. Refusals: forbidden, not_found,
 * changed_meanwhile.
 */
export async function setServerStatus(
  deps: VpnDeps,
  actor: Actor,
  { serverId, version, status, isDraining }: ServerStatusInput,
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
    await tx.vpnServer.update({
      where: { id: serverId },
      data: { ...wanted, version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "vpn_server.status_set",
      targetType: "vpn_server",
      targetId: serverId,
      before,
      after: wanted,
    });
    return ok();
  });
}
