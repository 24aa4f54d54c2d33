import type { Actor } from "@/lib/domain/kernel/actor";

/** Grants and corrections are for administrators and the product itself; support reads, and moves no money. */
export function canGrantCredit(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Staff reads the books; nobody writes them by hand. */
export function canReadLedger(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}
