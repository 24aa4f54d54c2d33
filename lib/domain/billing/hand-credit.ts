import type { InvoiceException, InvoiceStatus, PaymentStatus } from "./types";

interface InvoiceState {
  status: InvoiceStatus;
  exception: InvoiceException;
  amountMicros: bigint;
  creditedMicros: bigint;
}

export interface HandOutcome {
  status: InvoiceStatus;
  exception: InvoiceException;
  creditedMicros: bigint;
}

/** Somebody has said that it is paid, whatever its payments say. */
export function isMarkedPaid({ status, exception }: Pick<InvoiceState, "status" | "exception">): boolean {
  return status === "PAID" && exception === "MARKED";
}

/** Money can still be written down for it: it is neither paid nor given back. */
export function takesHandCredit({ status }: Pick<InvoiceState, "status">): boolean {
  return status !== "PAID" && status !== "REFUNDED";
}

/** What is missing of what was asked for, in micro-units; never below zero. */
export function missingMicros({ amountMicros, creditedMicros }: InvoiceState): bigint {
  return amountMicros > creditedMicros ? amountMicros - creditedMicros : 0n;
}

/**
 * What becomes of an invoice when a person credits `micros` for it: paid where nothing is missing any more. One that is
 * over and gets less stays over, with its money in the wallet. Null: it takes nothing, or it waits and would get less
 * than is missing.
 */
export function afterHandCredit(invoice: InvoiceState, micros: bigint): HandOutcome | null {
  if (!takesHandCredit(invoice) || micros <= 0n) return null;
  const creditedMicros = invoice.creditedMicros + micros;
  if (micros >= missingMicros(invoice)) return { status: "PAID", exception: "MARKED", creditedMicros };
  if (invoice.status !== "EXPIRED" && invoice.status !== "CANCELED") return null;
  const exception =
    invoice.status === "EXPIRED" && invoice.exception === "NONE" ? "PAID_PARTIAL" : invoice.exception;
  return { status: invoice.status, exception, creditedMicros };
}

/** Why money may still come by itself: a payment was seen and is not sure yet, or the customer can still pay. */
export type LivePayment = "moving" | "open";

export function livePayment(
  invoice: { status: InvoiceStatus; expiresAt: Date; payments: readonly { status: PaymentStatus }[] },
  now: Date,
): LivePayment | null {
  if (invoice.payments.some(({ status }) => status === "DETECTED" || status === "CONFIRMED")) return "moving";
  return invoice.status === "PENDING" && invoice.expiresAt > now ? "open" : null;
}
