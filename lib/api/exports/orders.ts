import { amountBack } from "@/lib/domain/numbers/amount-back";
import { eachStaffOrder } from "@/lib/domain/numbers/queries/staff-orders";
import { staffOrderTable } from "@/lib/table/definitions/staff-orders";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const ordersExport: TableExport = {
  name: "orders",
  least: "SUPPORT",
  columns: [
    "number",
    "id",
    "status",
    "started_at_utc",
    "ended_at_utc",
    "customer_id",
    "customer",
    "service",
    "country",
    "phone",
    "provider",
    "provider_order_id",
    "price_usd",
    "cost_usd",
    "loss_usd",
    "refunded_usd",
  ],
  async *rows(deps, actor, asked) {
    const { search, filters, ...sorting } = readTableState(staffOrderTable, asked);
    for await (const order of eachStaffOrder(deps, actor, { ...filters, search }, sorting)) {
      yield [
        order.number,
        order.id,
        order.status,
        order.createdAt,
        order.endAt,
        order.user.id,
        order.user.username,
        order.service.code,
        order.country.iso2,
        order.phoneE164,
        order.provider.code,
        order.upstreamOrderId,
        order.price,
        order.cost,
        order.loss,
        amountBack(order),
      ];
    }
  },
};
