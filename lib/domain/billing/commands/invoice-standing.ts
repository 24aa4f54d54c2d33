import type { Invoice } from "@/lib/db/generated/client";
import type { PaymentOutcome } from "@/lib/domain/payments/gateway-payment-state";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import { isMarkedPaid } from "../hand-credit";

type Standing = Pick<Invoice, "status" | "exception">;

interface Came {
  /** All that was credited, and all that went back. Micro-units. */
  creditedMicros: bigint;
  refundedMicros: bigint;
  status: PaymentOutcome["status"];
  /** The gateway's own word of this report. */
  reportedStatus: GatewayPayment["status"];
}

/** Late, less or more than was asked for; the first such word stays, unless a part grew to be enough. */
function exceptionAfter(invoice: Invoice, isOver: boolean, givenMicros: bigint): Standing["exception"] {
  const { exception, amountMicros } = invoice;
  if (givenMicros === 0n || (exception !== "NONE" && exception !== "PAID_PARTIAL")) return exception;
  if (isOver) return exception === "PAID_PARTIAL" && givenMicros < amountMicros ? exception : "PAID_LATE";
  if (givenMicros < amountMicros) return "PAID_PARTIAL";
  return givenMicros > amountMicros ? "PAID_OVER" : "NONE";
}

/** How a gateway's invoice stands by what came for it. Less than was asked for pays nothing: it is credited, and waits. */
export function standingAfter(invoice: Invoice, came: Came): Standing {
  const { creditedMicros, refundedMicros, status, reportedStatus } = came;
  const isOver = invoice.status === "EXPIRED" || invoice.status === "CANCELED" || isMarkedPaid(invoice);
  const exception = exceptionAfter(invoice, isOver, creditedMicros);
  const isRefunded = creditedMicros > 0n && refundedMicros === creditedMicros && invoice.handMicros === 0n;
  if (isRefunded) return { status: "REFUNDED", exception };
  if (isOver) return { status: invoice.status, exception };
  if (creditedMicros + invoice.handMicros >= invoice.amountMicros) return { status: "PAID", exception };
  const hasFailed = creditedMicros === 0n && (status === "FAILED" || status === "EXPIRED");
  return { status: hasFailed && reportedStatus !== "FAILED" ? "EXPIRED" : invoice.status, exception };
}
