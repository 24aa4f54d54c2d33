import type { Actor } from "@/lib/domain/kernel/actor";

/** Plans, servers, panels and other people's subscriptions are an administrator's decision. */
export function canChangeVpn(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Staff sees them all. */
export function canSeeVpn(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "SUPPORT" || actor.role === "ADMIN";
}
