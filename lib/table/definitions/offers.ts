import type { TableDefinition } from "../table-state";

export type OfferColumn =
  | "service"
  | "country"
  | "operator"
  | "base"
  | "price"
  | "cost"
  | "margin"
  | "stock"
  | "state"
  | "updated";

/** Every offer of the catalogue: service, country and, where it has one, operator. */
export const OFFER_LIST: TableDefinition<OfferColumn> = {
  name: "offers",
  columns: [
    { key: "service", sortable: true },
    { key: "country", sortable: true },
    { key: "operator", sortable: true, optional: true },
    { key: "base", sortable: true, hidden: true, align: "end" },
    { key: "price", sortable: true, align: "end" },
    { key: "cost", sortable: true, optional: true, align: "end" },
    { key: "margin", sortable: true, optional: true, align: "end" },
    { key: "stock", sortable: true, optional: true, align: "end" },
    { key: "state", sortable: true, optional: true },
    { key: "updated", sortable: true, optional: true },
  ],
  filters: [
    { key: "service" },
    { key: "country" },
    { key: "category" },
    { key: "active", options: ["yes", "no"] },
    { key: "stock", options: ["some", "none"] },
    { key: "margin", options: ["loss", "thin"] },
  ],
  defaultSort: { column: "service", direction: "asc" },
};
