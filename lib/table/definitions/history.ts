import type { TableDefinition } from "../table-state";

export type HistoryColumn =
  | "date"
  | "order"
  | "service"
  | "country"
  | "number"
  | "code"
  | "price"
  | "outcome"
  | "ended";

export const historyTable: TableDefinition<HistoryColumn> = {
  name: "numbers",
  columns: [
    { key: "date", sortable: true },
    { key: "order", hidden: true },
    { key: "service", sortable: true },
    { key: "country", optional: true },
    { key: "number" },
    { key: "code", optional: true },
    { key: "price", align: "end", optional: true, sortable: true },
    { key: "outcome" },
    { key: "ended", hidden: true },
  ],
  filters: [
    { key: "outcome", options: ["running", "done", "refunded"] },
    { key: "service" },
    { key: "country" },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "date", direction: "desc" },
};

/** The same list with the person's own services and countries to choose from. */
export function historyTableOf(things: {
  services: string[];
  countries: string[];
}): TableDefinition<HistoryColumn> {
  const options: Record<string, string[]> = { service: things.services, country: things.countries };
  return {
    ...historyTable,
    filters: historyTable.filters.map((filter) =>
      options[filter.key] ? { ...filter, options: options[filter.key] } : filter,
    ),
  };
}
