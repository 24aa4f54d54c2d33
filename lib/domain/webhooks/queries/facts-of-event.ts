import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { EventKind } from "@/lib/domain/kernel/events";
import type { SourceEvent, WebhookFact } from "../fact";
import {
  factsOfInvoiceChange,
  factsOfInvoiceNews,
  factsOfInvoicePaid,
  factsOfLowBalance,
  factsOfPaymentRefund,
  factsOfSubscription,
  factsOfTraffic,
} from "./account-facts";
import { factsOfLimit } from "./limit-facts";
import { factsOfEnd, factsOfMessage, factsOfRefund } from "./order-facts";

type Reads = Pick<KernelDeps, "db" | "cipher" | "clock">;
type Teller<K extends EventKind> = (deps: Reads, event: SourceEvent<K>) => Promise<WebhookFact[]>;

const TELLERS = {
  "order.requested": factsOfLimit,
  "order.code_received": factsOfMessage,
  "order.message_received": factsOfMessage,
  "order.completed": factsOfEnd,
  "order.canceled": factsOfEnd,
  "order.expired": factsOfEnd,
  "order.failed": factsOfEnd,
  "order.refunded": factsOfRefund,
  "invoice.changed": factsOfInvoiceChange,
  "invoice.paid": factsOfInvoicePaid,
  "invoice.news": factsOfInvoiceNews,
  "refund.finished": factsOfPaymentRefund,
  "balance.low": factsOfLowBalance,
  "subscription.started": factsOfSubscription,
  "subscription.renewed": factsOfSubscription,
  "subscription.renewal_due": factsOfSubscription,
  "subscription.renewal_failed": factsOfSubscription,
  "subscription.ended": factsOfSubscription,
  "subscription.traffic_noticed": factsOfTraffic,
} satisfies { [K in EventKind]?: Teller<K> };

export type SourceKind = keyof typeof TELLERS;

/** The events of the outbox that endpoints may be told of. */
export const SOURCE_KINDS = Object.keys(TELLERS) as SourceKind[];

/** What an event of the outbox means to a customer's endpoints. */
export function factsOfEvent(deps: Reads, event: SourceEvent): Promise<WebhookFact[]> {
  const teller = (TELLERS as Partial<Record<EventKind, Teller<never>>>)[event.kind];
  // The kind chose the teller, so the payload is its own.
  return teller ? teller(deps, event as SourceEvent<never>) : Promise.resolve([]);
}
