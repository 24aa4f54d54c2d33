import type { TableDefinition } from "../table-state";

export type DeliveryColumn = "createdAt" | "event" | "status" | "result" | "attempts" | "next" | "messageId";

/** What one endpoint was told. */
export const WEBHOOK_DELIVERIES: TableDefinition<DeliveryColumn> = {
  name: "webhook-deliveries",
  columns: [
    { key: "event" },
    { key: "status" },
    { key: "result" },
    { key: "attempts", align: "end" },
    { key: "createdAt" },
    { key: "next", optional: true },
    { key: "messageId", hidden: true },
  ],
  filters: [
    { key: "status", options: ["QUEUED", "RETRYING", "DELIVERED", "FAILED", "DISABLED"] },
    { key: "event" },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};

export type StaffEndpointColumn =
  | "url"
  | "user"
  | "state"
  | "events"
  | "waiting"
  | "failures"
  | "lastSuccess"
  | "createdAt";

/** Everybody's endpoints. */
export const STAFF_WEBHOOKS: TableDefinition<StaffEndpointColumn> = {
  name: "staff-webhooks",
  columns: [
    { key: "url" },
    { key: "user" },
    { key: "state" },
    { key: "waiting", align: "end" },
    { key: "failures", align: "end" },
    { key: "lastSuccess", optional: true },
    { key: "events", hidden: true },
    { key: "createdAt", hidden: true },
  ],
  filters: [{ key: "state", options: ["on", "failing", "off"] }],
  defaultSort: { column: "createdAt", direction: "desc" },
};
