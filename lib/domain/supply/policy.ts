import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff sees the stock. */
export function canSeeStock(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "SUPPORT" || actor.role === "ADMIN";
}

/** Adding, importing, taking away and giving back numbers is an admin's. */
export function canManageStock(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Whom we buy from, and with which key, is an administrator's decision. */
export function canManageProviders(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}
