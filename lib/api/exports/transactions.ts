import { eachTransaction } from "@/lib/domain/billing/queries/transactions";
import { TRANSACTIONS } from "@/lib/table/definitions/transactions";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const transactionsExport: TableExport = {
  name: TRANSACTIONS.name,
  least: "SUPPORT",
  columns: [
    "id",
    "customer_id",
    "customer",
    "type",
    "status",
    "amount",
    "currency",
    "gateway",
    "payment_method",
    "gateway_transaction_id",
    "payment_details",
    "description",
    "order_id",
    "order_number",
    "invoice_id",
    "invoice_number",
    "hold_id",
    "ledger_transaction_id",
    "created_at_utc",
    "updated_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(TRANSACTIONS, asked);
    for await (const line of eachTransaction(deps, actor, { ...filters, search }, order)) {
      yield [
        line.id,
        line.user.id,
        line.user.username,
        line.type,
        line.status,
        line.amount,
        line.currency,
        line.gateway,
        line.paymentMethod,
        line.gatewayTransactionId,
        line.paymentDetails,
        line.description,
        line.order?.id,
        line.order?.number,
        line.invoice?.id,
        line.invoice?.number,
        line.holdId,
        line.ledgerTransactionId,
        line.createdAt,
        line.updatedAt,
      ];
    }
  },
};
