import type { Actor } from "@/lib/domain/kernel/actor";

/** Money of other people is moved by an administrator. */
export function canMoveMoney(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Support sees all of it and changes nothing. */
export function canReadMoney(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}
