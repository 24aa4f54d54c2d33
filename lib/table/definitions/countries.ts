import type { TableDefinition } from "../table-state";

export type CountryColumn =
  | "name"
  | "iso2"
  | "legacyId"
  | "phoneCode"
  | "fiveSimName"
  | "operators"
  | "offers"
  | "canonical"
  | "state"
  | "order"
  | "updated";

/** The catalogue's countries as staff lists them. */
export const COUNTRY_LIST: TableDefinition<CountryColumn> = {
  name: "countries",
  columns: [
    { key: "name", sortable: true },
    { key: "iso2", sortable: true },
    { key: "legacyId", sortable: true, optional: true, align: "end" },
    { key: "phoneCode", sortable: true, optional: true, align: "end" },
    { key: "fiveSimName", sortable: true, hidden: true },
    { key: "operators", sortable: true, hidden: true, align: "end" },
    { key: "offers", sortable: true, optional: true, align: "end" },
    { key: "canonical", hidden: true },
    { key: "state", sortable: true, optional: true },
    { key: "order", sortable: true, optional: true, align: "end" },
    { key: "updated", sortable: true, hidden: true },
  ],
  filters: [
    { key: "active", options: ["yes", "no"] },
    { key: "canonical", options: ["yes", "no"] },
    { key: "names", options: ["missing"] },
  ],
  defaultSort: { column: "order", direction: "asc" },
};
