import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff sees the whole catalogue, also what is not on offer. */
export function canSeeCatalog(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "SUPPORT" || actor.role === "ADMIN";
}

/** Names, policies and prices are an admin's. */
export function canEditCatalog(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}
