import type { TableDefinition } from "../table-state";

export type NumberImportColumn = "file" | "createdAt" | "by" | "provider" | "rows" | "added" | "refused";

/** Files of numbers that were taken in. */
export const NUMBER_IMPORTS: TableDefinition<NumberImportColumn> = {
  name: "number-imports",
  columns: [
    { key: "file" },
    { key: "createdAt", sortable: true },
    { key: "by" },
    { key: "provider", hidden: true },
    { key: "rows", align: "end" },
    { key: "added", align: "end" },
    { key: "refused", align: "end" },
  ],
  filters: [],
  defaultSort: { column: "createdAt", direction: "desc" },
};
