import type { Actor, Role } from "@/lib/domain/kernel/actor";

const RANK: Record<Role, number> = { CUSTOMER: 0, SUPPORT: 1, ADMIN: 2 };

export type StaffRole = Exclude<Role, "CUSTOMER">;

/** Roles are a ladder: an admin may all that support may. */
export function hasRole(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Staff reads everybody's profile, sessions and sign-ins. */
export function canSeeUsers(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor.role, "SUPPORT");
}

/** Only an admin, and never themselves: somebody must be left to undo it. */
export function canManageUser(actor: Actor, userId: string): boolean {
  return actor.kind === "system" || (hasRole(actor.role, "ADMIN") && actor.userId !== userId);
}
