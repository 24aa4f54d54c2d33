import type { TableDefinition } from "../table-state";

export type ApiKeyColumn =
  | "key"
  | "name"
  | "user"
  | "mode"
  | "state"
  | "calls"
  | "errors"
  | "refused"
  | "rateLimit"
  | "scopes"
  | "ipRestrictions"
  | "project"
  | "expiresAt"
  | "lastUsedAt"
  | "createdAt"
  | "actions";

/** Everybody's keys. Sorted only by their age, which has an index. */
export const API_KEYS: TableDefinition<ApiKeyColumn> = {
  name: "api-keys",
  columns: [
    { key: "key" },
    { key: "name", optional: true },
    { key: "user" },
    { key: "mode", optional: true },
    { key: "state" },
    { key: "calls", align: "end" },
    { key: "errors", align: "end", optional: true },
    { key: "refused", align: "end", optional: true },
    { key: "rateLimit", align: "end", hidden: true },
    { key: "scopes", hidden: true },
    { key: "ipRestrictions", hidden: true },
    { key: "project", hidden: true },
    { key: "expiresAt", hidden: true },
    { key: "lastUsedAt", optional: true },
    { key: "createdAt", sortable: true },
    { key: "actions" },
  ],
  filters: [
    { key: "mode", options: ["LIVE", "SANDBOX"] },
    { key: "state", options: ["living", "closed"] },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};
