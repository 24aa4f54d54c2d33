import { makeDeliveries } from "@/lib/domain/webhooks/commands/make-deliveries";
import { SOURCE_KINDS, type SourceKind } from "@/lib/domain/webhooks/queries/facts-of-event";
import type { Subscriber } from "../subscriber";

/** Turns what happened into deliveries for the customer's own endpoints, each once. */
export const webhooks: Subscriber<SourceKind> = {
  name: "webhooks",
  kinds: SOURCE_KINDS,
  async handle(deps, event) {
    await makeDeliveries(deps, event);
  },
};
