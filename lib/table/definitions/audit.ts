import type { TableDefinition } from "../table-state";

export type AuditColumn =
  | "at"
  | "actor"
  | "action"
  | "target"
  | "changes"
  | "reason"
  | "ip"
  | "request"
  | "seal";

export const auditTable: TableDefinition<AuditColumn> = {
  name: "audit",
  columns: [
    { key: "at" },
    { key: "actor" },
    { key: "action" },
    { key: "target" },
    { key: "changes" },
    { key: "reason", optional: true },
    { key: "ip", optional: true },
    { key: "request", hidden: true },
    { key: "seal", hidden: true },
  ],
  filters: [
    { key: "action" },
    { key: "kind", options: ["STAFF", "USER", "SYSTEM", "CLI", "API_KEY"] },
    { key: "target" },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "at", direction: "desc" },
};
