import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff reads the whole trail; nobody writes it by hand. */
export function canSeeAudit(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}
