import type { Tone } from "@/components/ui/badge";
import type { InvoiceView } from "@/lib/domain/billing/types";

/** Which sentence an invoice's state has on the screen (namespace "billing"), as in the one page of states. */
export type InvoiceScreen =
  | {
      key:
        | "status.CREATED"
        | "status.PENDING"
        | "status.PAID"
        | "status.EXPIRED"
        | "status.REFUNDED"
        | "status.CANCELED";
    }
  | { key: "screen.partial" }
  | { key: "screen.confirming"; count: number; needed: number }
  | {
      key:
        | "screen.processing"
        | "screen.paidOver"
        | "screen.marked"
        | "screen.expiredPaid"
        | "screen.unconfirmed"
        | "screen.canceledPaid";
    };

/** Seen and then refused by the gateway: it was looked at for a while, and another try may be made. */
export function isDeclined({ status, failureCode }: InvoiceView["payments"][number]): boolean {
  return status === "DETECTED" && failureCode !== null;
}

/** The payment that is on its way, if one is. */
export function movingPayment(invoice: InvoiceView) {
  const isOnItsWay = ({ status }: InvoiceView["payments"][number]) =>
    status === "DETECTED" || status === "CONFIRMED";
  return invoice.payments.find((payment) => isOnItsWay(payment) && !isDeclined(payment)) ?? null;
}

export function invoiceScreen(invoice: InvoiceView): InvoiceScreen {
  const { status, exception } = invoice;
  const hasCredit = Number(invoice.credited) > 0;
  if (status === "PAID" && exception === "PAID_OVER") return { key: "screen.paidOver" };
  if (status === "PAID" && exception === "MARKED") return { key: "screen.marked" };
  if (status === "EXPIRED" && exception === "UNCONFIRMED") return { key: "screen.unconfirmed" };
  if (status === "EXPIRED" && hasCredit) return { key: "screen.expiredPaid" };
  if (status === "CANCELED" && hasCredit) return { key: "screen.canceledPaid" };
  if (status !== "PENDING") return { key: `status.${status}` };
  if (exception === "PAID_PARTIAL") return { key: "screen.partial" };
  const moving = movingPayment(invoice);
  if (moving && invoice.gateway === "CRYPTO") {
    return {
      key: "screen.confirming",
      count: Math.min(moving.confirmations, invoice.requiredConfirmations),
      needed: Math.max(invoice.requiredConfirmations, 1),
    };
  }
  return { key: moving ? "screen.processing" : "status.PENDING" };
}

export function invoiceTone(invoice: InvoiceView): Tone {
  switch (invoice.status) {
    case "PAID":
      return "ok";
    case "PENDING":
      return movingPayment(invoice) ? "live" : "info";
    case "EXPIRED":
    case "CANCELED":
      return Number(invoice.credited) > 0 ? "warn" : "neutral";
    default:
      return "neutral";
  }
}
