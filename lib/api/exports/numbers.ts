import { customerScope } from "@/lib/domain/kernel/actor";
import { amountBack } from "@/lib/domain/numbers/amount-back";
import { eachHistoryOrder } from "@/lib/domain/numbers/queries/order-history";
import { historyTable } from "@/lib/table/definitions/history";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

/** One's own orders. */
export const numbersExport: TableExport = {
  name: historyTable.name,
  least: null,
  columns: [
    "order",
    "started_at_utc",
    "ended_at_utc",
    "service",
    "service_code",
    "country",
    "number",
    "code",
    "price_usd",
    "refunded_usd",
    "status",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...sorting } = readTableState(historyTable, asked);
    for await (const order of eachHistoryOrder(deps, customerScope(actor), { ...filters, search }, sorting)) {
      yield [
        order.number,
        order.createdAt,
        order.endAt,
        order.service.name,
        order.service.code,
        order.country.iso2,
        order.phoneE164,
        order.code,
        order.price,
        amountBack(order),
        order.status,
      ];
    }
  },
};
