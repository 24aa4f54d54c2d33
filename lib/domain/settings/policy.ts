import type { Actor } from "@/lib/domain/kernel/actor";

/** What the shop says of itself is an administrator's decision. */
export function canChangeSettings(actor: Actor): boolean {
  return actor.kind === "system" || actor.role === "ADMIN";
}
