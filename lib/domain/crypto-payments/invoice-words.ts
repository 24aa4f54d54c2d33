import type { CryptoInvoice, CryptoPayment, InvoiceAlert, InvoicePolicy, Stray } from "./invoice-shapes";
import { confirmationsNeeded, isInTime, isLive, unitsAccepted, unitsOf } from "./settle-invoice";

/** What the customer reads, with the numbers of the sentence; units are of the asset's smallest unit. */
export type InvoiceWords =
  | { key: "draft" | "waiting" | "checking" }
  | { key: "partly_paid"; missingUnits: bigint }
  | { key: "confirming"; confirmations: number; needed: number }
  | { key: "paid" | "paid_over" | "paid_marked" }
  | { key: "expired" | "expired_on_its_way" | "expired_in_wallet" | "expired_unconfirmed" }
  | { key: "canceled" | "canceled_in_wallet" | "refunded" };

/** What should be said beside it. */
export type InvoiceNote = "replaced" | "wrong_token" | "dust";

/** What somebody of the staff has to do; the most urgent of them. */
export type StaffAction =
  | "reverse_credit"
  | "place_receipt"
  | "restore_rates"
  | "check_chain"
  | "contact_customer"
  | "none";

/** The payment that has the longest way to go. */
function slowest(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  policy: InvoicePolicy,
): InvoiceWords {
  const steps = payments.map((payment) => {
    const needed = confirmationsNeeded(invoice, payment, policy);
    return { needed, confirmations: Math.min(payment.confirmations, needed) };
  });
  steps.sort((a, b) => b.needed - b.confirmations - (a.needed - a.confirmations) || b.needed - a.needed);
  return { key: "confirming", confirmations: 0, needed: 1, ...steps[0] };
}

function pendingWords(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  now: Date,
  policy: InvoicePolicy,
): InvoiceWords {
  const inTime = payments.filter((payment) => isLive(payment) && isInTime(invoice, payment));
  const received = unitsOf(inTime);
  if (received >= unitsAccepted(invoice, policy)) return slowest(invoice, inTime, policy);
  if (now >= invoice.expiresAt) return { key: "checking" };
  return received > 0n
    ? { key: "partly_paid", missingUnits: invoice.unitsDue - received }
    : { key: "waiting" };
}

export function wordsFor(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  now: Date,
  policy: InvoicePolicy,
): InvoiceWords {
  const live = payments.filter(isLive);
  const inWallet = live.some(({ creditedMicros }) => creditedMicros !== null && creditedMicros > 0n);
  switch (invoice.status) {
    case "CREATED":
      return { key: "draft" };
    case "PENDING":
      return pendingWords(invoice, payments, now, policy);
    case "PAID":
      if (invoice.exception === "MARKED") return { key: "paid_marked" };
      return { key: invoice.exception === "PAID_OVER" ? "paid_over" : "paid" };
    case "EXPIRED":
      if (invoice.exception === "UNCONFIRMED") return { key: "expired_unconfirmed" };
      if (live.some(({ creditedMicros }) => creditedMicros === null)) return { key: "expired_on_its_way" };
      return { key: inWallet ? "expired_in_wallet" : "expired" };
    case "REFUNDED":
      return { key: "refunded" };
    case "CANCELED":
      return { key: inWallet ? "canceled_in_wallet" : "canceled" };
  }
}

export function notesFor(payments: readonly CryptoPayment[], strays: readonly Stray[]): InvoiceNote[] {
  const notes: InvoiceNote[] = [];
  if (payments.some(({ failure }) => failure === "replaced")) notes.push("replaced");
  if (strays.some(({ kind }) => kind === "wrong_token")) notes.push("wrong_token");
  if (strays.some(({ kind }) => kind === "dust")) notes.push("dust");
  return notes;
}

export function staffActionFor(invoice: CryptoInvoice, alerts: readonly InvoiceAlert[]): StaffAction {
  const kinds = new Set(alerts.map(({ kind }) => kind));
  if (kinds.has("settled_payment_reorganised")) return "reverse_credit";
  if (kinds.has("stray_receipt")) return "place_receipt";
  if (kinds.has("rate_missing")) return "restore_rates";
  if (kinds.has("chain_silent")) return "check_chain";
  const isOpenMatter = invoice.status === "EXPIRED" && invoice.exception !== "NONE";
  return isOpenMatter || kinds.has("paid_after_close") ? "contact_customer" : "none";
}
