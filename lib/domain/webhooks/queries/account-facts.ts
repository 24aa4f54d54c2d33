import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { fact, type SourceEvent, type WebhookFact } from "../fact";
import type { InvoiceData, SubscriptionData } from "../payloads";

type Reads = Pick<KernelDeps, "db">;

type InvoiceEvent =
  | "invoice.paid"
  | "invoice.partly_paid"
  | "invoice.paid_late"
  | "invoice.expired"
  | "invoice.canceled";

/** What no project and no sandbox has a part in. */
function aboutAccount(event: SourceEvent, orderingKey: string | null) {
  return { orderingKey, of: "account" as const, isSandbox: false, at: event.createdAt };
}

async function findInvoice({ db }: Reads, id: string) {
  const row = await db.invoice.findUnique({ where: { id } });
  if (!row) return null;
  const data: InvoiceData = {
    id: row.id,
    number: row.number,
    status: row.status.toLowerCase() as InvoiceData["status"],
    purpose: row.purpose === "PLAN" ? "plan" : "top_up",
    amount: toDecimal(row.amountMicros),
    credited: toDecimal(row.creditedMicros),
    currency: "USD",
  };
  return { status: row.status, data };
}

function invoiceFact(event: SourceEvent, type: InvoiceEvent, invoice: InvoiceData, key: string): WebhookFact {
  const about = aboutAccount(event, `invoice:${invoice.id}`);
  return fact({ ...about, type, sourceKey: `${type}:${key}`, data: { invoice } });
}

const ENDS = { EXPIRED: "invoice.expired", CANCELED: "invoice.canceled" } as const;

/** An invoice that ran out or was given up, once however often it changes afterwards. */
export async function factsOfInvoiceChange(
  deps: Reads,
  event: SourceEvent<"invoice.changed">,
): Promise<WebhookFact[]> {
  const found = await findInvoice(deps, event.payload.invoiceId);
  if (!found || (found.status !== "EXPIRED" && found.status !== "CANCELED")) return [];
  return [invoiceFact(event, ENDS[found.status], found.data, found.data.id)];
}

export async function factsOfInvoicePaid(
  deps: Reads,
  event: SourceEvent<"invoice.paid">,
): Promise<WebhookFact[]> {
  const found = await findInvoice(deps, event.payload.invoiceId);
  return found?.status === "PAID" ? [invoiceFact(event, "invoice.paid", found.data, found.data.id)] : [];
}

const NEWS: Record<string, InvoiceEvent | undefined> = {
  invoicePartly: "invoice.partly_paid",
  invoiceEndedPartly: "invoice.partly_paid",
  invoiceLate: "invoice.paid_late",
};

export async function factsOfInvoiceNews(
  deps: Reads,
  event: SourceEvent<"invoice.news">,
): Promise<WebhookFact[]> {
  const type = NEWS[event.payload.news];
  const found = type ? await findInvoice(deps, event.payload.invoiceId) : null;
  return type && found ? [invoiceFact(event, type, found.data, `event:${event.id}`)] : [];
}

/** A payment that was sent back to where it came from. */
export async function factsOfPaymentRefund(
  deps: Reads,
  event: SourceEvent<"refund.finished">,
): Promise<WebhookFact[]> {
  const { refundId, status } = event.payload;
  if (status !== "COMPLETED") return [];
  const refund = await deps.db.paymentRefund.findUnique({ where: { id: refundId } });
  const invoice = refund && (await findInvoice(deps, refund.invoiceId));
  if (!refund || !invoice) return [];
  return [
    fact({
      ...aboutAccount(event, `invoice:${refund.invoiceId}`),
      type: "refund.settled",
      sourceKey: `refund.settled:payment:${refundId}`,
      data: {
        amount: toDecimal(refund.amountMicros),
        currency: "USD",
        to: "payment_method",
        order: null,
        invoice: invoice.data,
      },
    }),
  ];
}

export async function factsOfLowBalance(
  _deps: Reads,
  event: SourceEvent<"balance.low">,
): Promise<WebhookFact[]> {
  const { availableMicros, thresholdMicros } = event.payload;
  return [
    fact({
      ...aboutAccount(event, null),
      type: "balance.low",
      sourceKey: `balance.low:event:${event.id}`,
      data: {
        available: toDecimal(BigInt(availableMicros)),
        threshold: toDecimal(BigInt(thresholdMicros)),
        currency: "USD",
      },
    }),
  ];
}

async function findSubscription({ db }: Reads, id: string): Promise<SubscriptionData | null> {
  const row = await db.subscription.findUnique({ where: { id }, include: { plan: true } });
  return (
    row && {
      id: row.id,
      number: row.number,
      status: row.status.toLowerCase() as SubscriptionData["status"],
      plan: row.plan.name,
      expiresAt: row.expiresAt.toISOString(),
      trafficBytes: row.trafficBytes?.toString() ?? null,
      usedBytes: (row.usedUploadBytes + row.usedDownloadBytes).toString(),
      isAutoRenew: row.isAutoRenew,
    }
  );
}

type SubscriptionEvent =
  | "subscription.started"
  | "subscription.renewed"
  | "subscription.renewal_due"
  | "subscription.renewal_failed"
  | "subscription.ended";

export async function factsOfSubscription(
  deps: Reads,
  event: SourceEvent<SubscriptionEvent>,
): Promise<WebhookFact[]> {
  const subscription = await findSubscription(deps, event.payload.subscriptionId);
  if (!subscription) return [];
  const about = aboutAccount(event, `subscription:${subscription.id}`);
  const sourceKey = `${event.kind}:event:${event.id}`;
  return [fact({ ...about, type: event.kind, sourceKey, data: { subscription } })];
}

export async function factsOfTraffic(
  deps: Reads,
  event: SourceEvent<"subscription.traffic_noticed">,
): Promise<WebhookFact[]> {
  const subscription = await findSubscription(deps, event.payload.subscriptionId);
  if (!subscription) return [];
  return [
    fact({
      ...aboutAccount(event, `subscription:${subscription.id}`),
      type: "subscription.traffic_low",
      sourceKey: `subscription.traffic_low:event:${event.id}`,
      data: { subscription, percent: event.payload.percent },
    }),
  ];
}
