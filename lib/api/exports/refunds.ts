import { eachRefund } from "@/lib/domain/billing/queries/refunds";
import { REFUNDS } from "@/lib/table/definitions/refunds";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const refundsExport: TableExport = {
  name: REFUNDS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "invoice_id",
    "invoice_number",
    "payment_id",
    "customer_id",
    "customer",
    "amount_usd",
    "status",
    "reason",
    "requested_by",
    "gateway_refund_id",
    "failure_code",
    "attempts",
    "next_attempt_at_utc",
    "created_at_utc",
    "finished_at_utc",
    "updated_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(REFUNDS, asked);
    for await (const refund of eachRefund(deps, actor, { ...filters, search }, order)) {
      yield [
        refund.id,
        refund.invoiceId,
        refund.invoiceNumber,
        refund.paymentId,
        refund.user.id,
        refund.user.username,
        refund.amount,
        refund.status,
        refund.reason,
        refund.requestedBy,
        refund.gatewayRefundId,
        refund.failureCode,
        refund.attempts,
        refund.nextAttemptAt,
        refund.createdAt,
        refund.finishedAt,
        refund.updatedAt,
      ];
    }
  },
};
