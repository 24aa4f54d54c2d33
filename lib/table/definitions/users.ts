import type { TableDefinition } from "../table-state";

export type UserColumn =
  | "username"
  | "email"
  | "name"
  | "phone"
  | "role"
  | "status"
  | "level"
  | "language"
  | "registered"
  | "lastLogin"
  | "id";

export const USER_LIST: TableDefinition<UserColumn> = {
  name: "users",
  columns: [
    { key: "username", sortable: true },
    { key: "email" },
    { key: "name", optional: true, hidden: true },
    { key: "phone", optional: true, hidden: true },
    { key: "role", optional: true },
    { key: "status" },
    { key: "level", sortable: true, optional: true },
    { key: "language", hidden: true },
    { key: "registered", sortable: true, optional: true },
    { key: "lastLogin", sortable: true, optional: true },
    { key: "id", hidden: true },
  ],
  filters: [
    { key: "role", options: ["CUSTOMER", "SUPPORT", "ADMIN"] },
    { key: "status", options: ["ACTIVE", "SUSPENDED"] },
    { key: "level", options: ["0", "1", "2", "3"] },
  ],
  defaultSort: { column: "registered", direction: "desc" },
};
