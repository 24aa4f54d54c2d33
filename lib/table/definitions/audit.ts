import { AUDIT_ACTIONS, AUDIT_TARGETS } from "@/lib/domain/kernel/audit-actions";
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
    { key: "ip", hidden: true },
    { key: "request", hidden: true },
    { key: "seal", hidden: true },
  ],
  filters: [
    { key: "actor" },
    { key: "action", options: Object.values(AUDIT_ACTIONS).flat(), groups: AUDIT_ACTIONS },
    { key: "kind", options: ["STAFF", "USER", "SYSTEM", "CLI", "API_KEY"] },
    { key: "target", options: AUDIT_TARGETS },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "at", direction: "desc" },
};
