import { hasRole } from "@/lib/domain/identity/policy";
import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff sees the whole catalogue, also what is not on offer. */
export function canSeeCatalog(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor.role, "SUPPORT");
}

/** Names, policies and prices are an admin's. */
export function canEditCatalog(actor: Actor): boolean {
  return actor.kind === "system" || hasRole(actor.role, "ADMIN");
}
