import type { TableDefinition } from "../table-state";

export type PriceColumn = "service" | "country" | "price" | "stock" | "rate" | "wait" | "orders" | "rent";

export const pricesTable: TableDefinition<PriceColumn> = {
  name: "prices",
  columns: [
    { key: "service", sortable: true },
    { key: "country", sortable: true },
    { key: "price", sortable: true, align: "end" },
    { key: "stock", sortable: true },
    { key: "rate", sortable: true, align: "end" },
    { key: "wait", sortable: true, align: "end" },
    { key: "orders", sortable: true, hidden: true, align: "end" },
    { key: "rent", align: "end" },
  ],
  filters: [{ key: "stock", options: ["now"] }],
  defaultSort: { column: "orders", direction: "desc" },
};
