import type { Actor } from "@/lib/domain/kernel/actor";

/** Staff see where webhooks go and how they fare; what is in them stays with the customer. */
export function canReadAllWebhooks(actor: Actor): boolean {
  return actor.kind === "system" || actor.role !== "CUSTOMER";
}
