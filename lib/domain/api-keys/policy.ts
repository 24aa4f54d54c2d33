import type { Actor } from "@/lib/domain/kernel/actor";

/** Keys are made, changed and rotated by the person they speak for, or by the operator at the command line. */
export function canManageKeysOf(actor: Actor, userId: string): boolean {
  return actor.kind === "system" || (actor.userId === userId && actor.apiKeyId === null);
}

/** An administrator can take anybody's key away. */
export function canRevokeKeyOf(actor: Actor, userId: string): boolean {
  return canManageKeysOf(actor, userId) || (actor.kind === "user" && actor.role === "ADMIN");
}

/** Staff sees everybody's keys and calls. */
export function canSeeAllKeys(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}

/** How much one person's programs may ask for is an administrator's decision. */
export function canLimitKeys(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Living keys of one person, where staff decided nothing else. */
export const DEFAULT_MAX_KEYS = 50;
