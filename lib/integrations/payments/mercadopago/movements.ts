import type { GatewayMovement, GatewayMovementKind, Period } from "@/lib/domain/payments/types";
import { isReceived } from "./read-payment";
import type { MercadoPagoCaller } from "./sdk";
import { type MpPayment, mpPayment, mpSearch } from "./shapes";

const PAGE = 100;

/** The search goes no further (its offset ends there). */
const MAX_ROWS = 10_000;

const moment = (date: Date) => date.toISOString().replace("Z", "+00:00");

/** What moved with one payment, each at its own time. */
function movementsOf(payment: MpPayment): GatewayMovement[] {
  if (!isReceived(payment)) return [];
  const { id, currency_id: currency, external_reference: reference = null } = payment;
  const line = (
    kind: GatewayMovementKind,
    objectId: string,
    micros: bigint,
    at: Date,
    feeMicros = 0n,
  ): GatewayMovement => ({
    kind,
    objectId,
    reference,
    amount: { micros, currency },
    feeMicros,
    at,
  });
  const fee = (payment.fee_details ?? []).reduce((sum, { amount }) => sum + amount, 0n);
  const lines = [
    line("receipt", id, payment.transaction_amount, payment.date_approved ?? payment.date_created, fee),
  ];
  for (const refund of payment.refunds ?? []) {
    const at = refund.date_created ?? payment.date_created;
    lines.push(line("refund", refund.id, refund.amount, at));
    if (refund.status === "rejected" || refund.status === "cancelled")
      lines.push(line("refund_reversed", refund.id, refund.amount, at));
  }
  if (payment.status === "charged_back") {
    const at = payment.date_last_updated ?? payment.date_created;
    lines.push(line("dispute_withdrawn", id, payment.transaction_amount, at));
    if (payment.status_detail === "reimbursed")
      lines.push(line("dispute_reinstated", id, payment.transaction_amount, at));
  }
  return lines;
}

/** There is no list of movements: they are read from the payments that changed since the period began. */
export async function listMercadoPagoMovements(
  call: MercadoPagoCaller,
  { from, to }: Period,
): Promise<GatewayMovement[]> {
  const movements: GatewayMovement[] = [];
  for (let offset = 0; offset < MAX_ROWS; offset += PAGE) {
    const options = {
      sort: "date_last_updated",
      criteria: "asc",
      range: "date_last_updated",
      begin_date: moment(from),
      end_date: "NOW",
      limit: PAGE,
      offset,
    } as const;
    const { results, paging } = mpSearch.parse(await call(({ payment }) => payment.search({ options })));
    for (const row of results) movements.push(...movementsOf(mpPayment.parse(row)));
    if (offset + results.length >= paging.total || results.length === 0) break;
  }
  return movements
    .filter(({ at }) => at >= from && at < to)
    .sort((left, right) => left.at.getTime() - right.at.getTime());
}
