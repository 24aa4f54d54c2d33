import type { DisputeState, InvoiceException, InvoiceStatus } from "./types";

/** What of an invoice is news to its customer. */
export const INVOICE_NEWS = [
  "invoicePaid",
  "invoiceOverpaid",
  "invoicePartly",
  "invoiceLate",
  "invoiceEndedPartly",
  "invoiceUnconfirmed",
] as const;
export type InvoiceNews = (typeof INVOICE_NEWS)[number];

export const DISPUTE_NEWS = ["disputeOpened", "disputeWon", "disputeLost"] as const;
export type DisputeNews = (typeof DISPUTE_NEWS)[number];

interface InvoiceMoment {
  status: InvoiceStatus;
  exception: InvoiceException;
  creditedMicros: bigint;
}

/**
 * What a customer is told when an invoice goes from one moment to the next, with how much came into the wallet by it
 * (micro-units); null where there is no news. An invoice that merely ran out, and one that is given back, tell nothing
 * here: no money came, and a refund has news of its own.
 */
export function invoiceNews(
  before: InvoiceMoment,
  after: InvoiceMoment,
): { news: InvoiceNews; amountMicros: bigint } | null {
  const amountMicros = after.creditedMicros - before.creditedMicros;
  const told = (news: InvoiceNews) => ({ news, amountMicros });
  if (after.status === "REFUNDED") return null;
  if (amountMicros > 0n) {
    if (after.status === "PAID") {
      const isFirst = before.status !== "PAID" && after.exception !== "PAID_OVER";
      return told(isFirst ? "invoicePaid" : "invoiceOverpaid");
    }
    if (after.exception === "PAID_PARTIAL") {
      return told(after.status === "PENDING" ? "invoicePartly" : "invoiceEndedPartly");
    }
    return told("invoiceLate");
  }
  const isNewly = (exception: InvoiceException) =>
    after.exception === exception && before.exception !== exception;
  if (after.status === "PENDING" && isNewly("PAID_PARTIAL")) return told("invoicePartly");
  if (after.status === "EXPIRED" && isNewly("UNCONFIRMED")) return told("invoiceUnconfirmed");
  return null;
}

const RUNNING: readonly DisputeState[] = ["OPEN", "FUNDS_WITHDRAWN", "FUNDS_REINSTATED"];

/** What a customer is told when the word for a payment's disputes changes; null where it is no news. */
export function disputeNews(before: DisputeState, after: DisputeState): DisputeNews | null {
  if (after === before) return null;
  if (after === "WON") return "disputeWon";
  if (after === "LOST") return "disputeLost";
  return RUNNING.includes(after) && !RUNNING.includes(before) ? "disputeOpened" : null;
}
