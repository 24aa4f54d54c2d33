import { routes } from "@/lib/routes";

/** Decimal dollars, by the field's name; micro-units end in "Micros" and need no list. */
const DOLLARS = new Set([
  "amount",
  "available",
  "debt",
  "credited",
  "refunded",
  "released",
  "price",
  "minimum",
  "maximum",
  "balance",
  "topUpPerDay",
  "withdrawalMinimum",
  "withdrawalPerDay",
  "secondAdminFrom",
  "btcSixConfirmationsFrom",
  "usd",
  "credit",
]);

/** Of these things "amount" is no sum of dollars: coins of a chain; what a rule of prices adds, in its own unit. */
const OTHER_AMOUNTS = new Set(["simulator", "price_batch"]);

/** Codes, ids and the like: read from left to right, digit by digit. */
const CODES = new Set([
  "number",
  "code",
  "slug",
  "fiveSimName",
  "iso2",
  "legacyId",
  "phoneCode",
  "phone",
  "email",
  "username",
  "sessionId",
  "lineId",
  "refundId",
  "invoiceId",
  "userId",
  "paymentId",
  "countryId",
  "undoesBatchId",
  "reference",
  "payoutReference",
  "icon",
  "failureCode",
  "kind",
  "subject",
  "heldBy",
  "closed",
  "baseUrl",
  "supportEmail",
  "taxId",
  "id",
  "eventId",
  "session",
  "payment",
  "dispute",
  "address",
  "asset",
  "txid",
  "panelVersion",
]);

/** Where the words of a value are, by the field alone or by the thing and its field. */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  "user:status": "users.status",
  "invoice:status": "billing.status",
  "invoice:exception": "billing.exception",
  "invoice:method": "billing.method",
  "withdrawal:status": "withdrawals.status",
  "withdrawal:method": "withdrawals.method",
  "payment:status": "money.refund.state",
  "stray_payment:status": "audit.values.stray",
  "reconciliation:status": "reconciliation.runs.state",
  "money_alert:kind": "audit.values.alertKind",
  "order:reason": "orders.reason",
  "connection:heard": "audit.values.heard",
  "connection:error": "audit.values.failure",
  "event:state": "audit.values.eventState",
  "provider:key": "audit.values.key",
  "vpn_panel:credentials": "audit.values.key",
  "subscription:status": "audit.values.subscription",
  "simulator:verb": "audit.values.verb",
  "simulator:behaviour": "simulators.behaviours",
  "simulator:panelBehaviour": "simulators.panels.behaviours",
  "simulator:delivery": "simulators.gateway.deliveries",
  "simulator:fault": "simulators.gateway.faults",
  "simulator:outcome": "simulators.gateway.ends",
  "simulator:chain": "simulators.chain.names",
  "simulator:kind": "simulators.chain.faults",
  "simulator:scope": "simulators.chain.scopes",
  "simulator:mode": "simulators.chain.modes",
  "simulator:source": "audit.values.source",
  "price_batch:mode": "audit.values.mode",
  "price_batch:rounding": "audit.values.rounding",
  role: "users.roles",
  category: "services.categories",
  gateway: "money.gateway",
  verificationLevel: "users.levels",
  minVerificationLevel: "users.levels",
};

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  userId: (id) => routes.adminUser(id),
  invoiceId: (id) => routes.adminInvoice(id),
  countryId: (id) => routes.adminCountry(id),
  undoesBatchId: (id) => routes.adminPriceBatch(id),
  lineId: (id) => routes.adminTransaction(id),
};

/** How a value of the audit trail is shown. */
export type FieldKind =
  | { kind: "micros" | "dollars" | "discounts" | "time" | "code" | "plain" }
  | { kind: "words"; path: string }
  | { kind: "link"; page: (id: string) => string };

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** "value.topUpPerDay" -> "topUpPerDay": the name that has a label. */
export function fieldName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** How the field of this path, of a thing of this kind, is shown when it holds this value. */
export function auditFieldKind(target: string, path: string, value: unknown): FieldKind {
  const name = fieldName(path);
  const words = VALUE_WORDS[`${target}:${name}`] ?? VALUE_WORDS[name];
  if (words) return { kind: "words", path: words };
  if (name.endsWith("Micros")) return { kind: "micros" };
  if (name === "bulkDiscounts") return { kind: "discounts" };
  if (DOLLARS.has(name) && !(name === "amount" && OTHER_AMOUNTS.has(target))) return { kind: "dollars" };
  const page = PAGES[name];
  if (page) return { kind: "link", page };
  if (typeof value === "string" && TIME.test(value)) return { kind: "time" };
  return { kind: CODES.has(name) ? "code" : "plain" };
}
