import type { Actor } from "@/lib/domain/kernel/actor";

/** Grants and corrections are for administrators and the product itself; support reads, and moves no money. */
export function canGrantCredit(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}
