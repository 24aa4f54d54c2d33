import type { Actor, UserActor } from "@/lib/domain/kernel/actor";

/** Staff read anybody's orders. */
export function canReadAllOrders(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "SUPPORT" || actor.role === "ADMIN";
}

/** Money back after the code is an administrator's decision. */
export function canRefundOrder(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Only while nothing about a person is verified does their day have a limit. */
export function hasDailyLimit(
  actor: Pick<UserActor, "verificationLevel">,
  isEmailVerified: boolean,
): boolean {
  return actor.verificationLevel === 0 && !isEmailVerified;
}
