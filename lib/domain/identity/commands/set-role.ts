import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor, Role } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageUser } from "../policy";
import { endSessions } from "./revoke-session";

interface RoleChange {
  userId: string;
  /** The role that the admin saw. */
  from: Role;
  role: Role;
  reason: string;
}

/**
 * Makes somebody a customer, support or an administrator. Their sessions end in the same commit, so that no page keeps
 * the old role. Refusals: forbidden (also of oneself), not_found, changed_since_seen, last_admin.
 */
export async function setRole(
  deps: KernelDeps,
  actor: Actor,
  { userId, from, role, reason }: RoleChange,
): Promise<Result> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    // Every change of admins waits here for the one before: two cannot take each other's role away.
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE role = 'ADMIN' AND status = 'ACTIVE' ORDER BY id FOR UPDATE`;
    if (actor.kind === "user" && !admins.some(({ id }) => id === actor.userId)) return refuse("forbidden");
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
    if (!user) return refuse("not_found");
    if (user.role !== from || user.role === role) return refuse("changed_since_seen", { found: user.role });
    if (role !== "ADMIN" && admins.every(({ id }) => id === userId)) return refuse("last_admin");
    await tx.user.updateMany({ where: { id: userId, role: from }, data: { role } });
    const endedSessions = await endSessions(tx, userId);
    await writeAudit(tx, actor, {
      action: "user.role_changed",
      targetType: "user",
      targetId: userId,
      before: { role: from },
      after: { role, endedSessions },
      reason,
    });
    return ok();
  });
}
