import { customerScope } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { eachStatementLine } from "@/lib/domain/wallet/queries/statement";
import { STATEMENT } from "@/lib/table/definitions/statement";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

/** One's own lines. */
export const statementExport: TableExport = {
  name: STATEMENT.name,
  least: null,
  columns: [
    "id",
    "at_utc",
    "type",
    "status",
    "description",
    "order_number",
    "invoice_number",
    "gateway",
    "payment_method",
    "amount",
    "currency",
    "available_after",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...order } = readTableState(STATEMENT, asked);
    for await (const line of eachStatementLine(deps, customerScope(actor), { ...filters, search }, order)) {
      const after = line.availableAfterMicros;
      yield [
        line.id,
        line.createdAt,
        line.type,
        line.status,
        line.description,
        line.orderNumber,
        line.invoice?.number ?? null,
        line.gateway,
        line.paymentMethod,
        toDecimal(line.amountMicros),
        line.currency,
        after === null ? null : toDecimal(after),
      ];
    }
  },
};
