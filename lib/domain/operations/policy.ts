import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff see how the machine runs. */
export function canSeeOperations(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}

/** Starting, repeating and giving up work is an administrator's decision. */
export function canOperate(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}

/** Tried this often, news counts as stuck: a person should look. */
export const STUCK_ATTEMPTS = 5;

/** A job may be late by this much beyond three of its intervals before it counts as stuck. */
export const LATE_GRACE_SECONDS = 60;
