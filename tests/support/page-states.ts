/**
 * What each page's states are made with. A page that is missing here, or listed and gone, fails the tests of the states.
 */
export interface PageStates {
  /** The page, or a part of it, reads this table and its frame does not: held, the page waits; broken, the page fails. */
  reads?: string;
  /**
   * How it is opened while the table is held. "open": by its address, the frame comes first. "inside": from another page,
   * where the frame reads the same table. "whole": it is sent at once, so that it can be read without scripts, and only
   * its failure is seen.
   */
  way?: "open" | "inside" | "whole";
  /** Put behind the address. */
  query?: string;
  /** Why it has neither a loading shape nor a failure of its own. */
  settled?: string;
  /** A query that nothing matches; the list offers to clear it. */
  nothing?: string;
  /** What the page says of a shop in which nothing is there yet; else why it never is bare. */
  bare: RegExp | string;
}

const FORM = "a form: nothing is read but what is known of who looks";
const ONE = "the page of one thing is there with it or not at all";
const RULES = "it states rules and facts, and lists nothing";

export const PAGE_STATES: Record<string, PageStates> = {
  "/": {
    reads: "offers",
    way: "whole",
    nothing: "?q=carrier+pigeon",
    bare: /Nothing is on the board just now/,
  },
  "/pricing": {
    reads: "offers",
    way: "whole",
    nothing: "?search=carrier+pigeon",
    bare: /Nothing is on offer just now/,
  },
  "/pricing/vpn": { reads: "plans", way: "whole", bare: /No plans yet/ },
  "/refunds": { reads: "offers", way: "whole", bare: RULES },
  "/developers": { settled: "it is drawn from the API's own document", bare: RULES },
  "/status": {
    settled: "its content is what works and what does not; the database away is one of its own lines",
    bare: RULES,
  },
  "/legal/[text]": { reads: "settings", way: "whole", bare: RULES },
  "/s/[token]": { reads: "user_usage", way: "whole", bare: ONE },
  "/sign-in": { settled: FORM, bare: FORM },
  "/sign-up": { settled: FORM, bare: FORM },
  "/forgot-password": { settled: FORM, bare: FORM },
  "/reset-password": { settled: FORM, bare: FORM },
  "/verify-email": { settled: FORM, bare: FORM },
  "/dev/mailbox": {
    settled: "the demo's mails are files beside the program",
    bare: "the demo has sent mail before these tests run",
  },
  "/dev/mailbox/[id]": { settled: "the demo's mails are files beside the program", bare: ONE },

  "/dashboard": { reads: "orders", way: "inside", bare: /No number is running/ },
  "/numbers": {
    reads: "favorite_services",
    nothing: "?service=whatsapp&max=0.000001",
    bare: /Nothing is on offer just now/,
  },
  "/numbers/[id]": { reads: "sms_messages", way: "inside", bare: ONE },
  "/numbers/history": { reads: "orders", way: "inside", nothing: "?search=zzzzzz", bare: /No numbers yet/ },
  "/vpn": { reads: "plans", bare: /No plans yet/ },
  "/vpn/subscriptions": { reads: "subscriptions", bare: /No subscription yet/ },
  "/vpn/subscriptions/[id]": { reads: "plan_purchases", bare: ONE },
  "/wallet": { reads: "wallet_transactions", nothing: "?search=zzzzzz", bare: /Nothing has moved yet/ },
  "/wallet/statement": { reads: "wallet_transactions", bare: /Nothing moved in this month/ },
  "/wallet/top-up": { reads: "gateway_states", bare: FORM },
  "/wallet/invoices": { reads: "invoices", nothing: "?search=zzzzzz", bare: /No invoice yet/ },
  "/wallet/invoices/[id]": { reads: "payments", bare: ONE },
  "/wallet/withdrawals": { reads: "withdrawals", nothing: "?search=zzzzzz", bare: /No withdrawal yet/ },
  "/wallet/withdrawals/new": { reads: "withdrawals", bare: FORM },
  "/wallet/withdrawals/[id]": { reads: "withdrawal_approvals", bare: ONE },
  "/developers/projects": { reads: "projects", bare: /No project yet/ },
  "/developers/projects/new": { reads: "services", way: "inside", bare: FORM },
  "/developers/projects/[id]": { reads: "api_call_stats", bare: ONE },
  "/developers/keys": { reads: "api_keys", bare: /No API key yet/ },
  "/developers/keys/new": { reads: "projects", bare: FORM },
  "/developers/keys/[id]": { reads: "api_call_stats", bare: ONE },
  "/developers/usage": { reads: "api_call_stats", bare: /No calls in these days/ },
  "/developers/webhooks": { reads: "webhook_endpoints", bare: /No endpoint yet/ },
  "/developers/webhooks/new": { reads: "projects", bare: FORM },
  "/developers/webhooks/[id]": { reads: "webhook_deliveries", nothing: "?status=DISABLED", bare: ONE },
  "/notifications": { reads: "notifications", way: "inside", bare: /No news yet/ },
  "/settings": { reads: "identity_tokens", bare: FORM },
  "/settings/preferences": { settled: "the frame is drawn by the same preferences", bare: FORM },
  "/settings/security": {
    reads: "login_events",
    bare: "whoever sees it is signed in, which is its first line",
  },

  "/admin": { reads: "daily_order_rollups", bare: /No orders in these days/ },
  "/admin/users": {
    reads: "orders",
    query: "?search=1",
    nothing: "?search=zzzzzz",
    bare: "whoever sees it is its first line",
  },
  "/admin/users/[id]": { reads: "ledger_accounts", bare: ONE },
  "/admin/orders": { reads: "orders", nothing: "?search=zzzzzz", bare: /No orders yet/ },
  "/admin/orders/[id]": { reads: "provider_calls", bare: ONE },
  "/admin/services": { reads: "services", nothing: "?search=zzzzzz", bare: /No services yet/ },
  "/admin/services/[id]": { reads: "service_statistics", bare: ONE },
  "/admin/countries": { reads: "countries", nothing: "?search=zzzzzz", bare: /No countries yet/ },
  "/admin/countries/[id]": { reads: "operators", bare: ONE },
  "/admin/offers": { reads: "offers", nothing: "?service=zzzzzz", bare: /No offers yet/ },
  "/admin/offers/[id]": { reads: "price_changes", bare: ONE },
  "/admin/offers/bulk": { reads: "price_drafts", bare: /No bulk change yet/ },
  "/admin/offers/bulk/[id]": { reads: "offers", bare: ONE },
  "/admin/numbers": { reads: "phone_numbers", nothing: "?search=zzzzzz", bare: /No numbers yet/ },
  "/admin/numbers/[id]": { reads: "phone_number_services", bare: ONE },
  "/admin/numbers/import": { reads: "phone_numbers", bare: FORM },
  "/admin/numbers/imports": { reads: "number_imports", nothing: "?search=zzzzzz", bare: /No import yet/ },
  "/admin/providers": { reads: "providers", bare: /No supplier is set up/ },
  "/admin/providers/[id]": { reads: "provider_calls", bare: ONE },
  "/admin/invoices": { reads: "invoices", nothing: "?search=zzzzzz", bare: /No invoice/ },
  "/admin/invoices/[id]": { reads: "payment_refunds", bare: ONE },
  "/admin/transactions": {
    reads: "wallet_transactions",
    nothing: "?search=zzzzzz",
    bare: /No transactions yet/,
  },
  "/admin/transactions/[id]": { reads: "ledger_entries", bare: ONE },
  "/admin/refunds": { reads: "payment_refunds", nothing: "?search=zzzzzz", bare: /No refunds yet/ },
  "/admin/payments": { reads: "payments", nothing: "?search=zzzzzz", bare: /No payment/ },
  "/admin/withdrawals": { reads: "withdrawals", nothing: "?search=zzzzzz", bare: /No withdrawals yet/ },
  "/admin/withdrawals/[id]": { reads: "withdrawal_approvals", bare: ONE },
  "/admin/money": { reads: "money_alerts", bare: /./ },
  "/admin/reconciliation": {
    reads: "reconciliation_findings",
    nothing: "?search=zzzzzz",
    bare: /Nothing differs/,
  },
  "/admin/vpn/plans": { reads: "plans", nothing: "?search=zzzzzz", bare: /No plan yet/ },
  "/admin/vpn/plans/new": { reads: "vpn_servers", bare: FORM },
  "/admin/vpn/plans/[id]": { reads: "vpn_servers", bare: ONE },
  "/admin/vpn/subscriptions": {
    reads: "subscriptions",
    nothing: "?search=zzzzzz",
    bare: /No subscription yet/,
  },
  "/admin/vpn/subscriptions/[id]": { reads: "plan_purchases", bare: ONE },
  "/admin/vpn/usage": { reads: "user_usage", nothing: "?server=zzzzzz", bare: /No traffic yet/ },
  "/admin/vpn/servers": { reads: "vpn_servers", nothing: "?search=zzzzzz", bare: /No server yet/ },
  "/admin/vpn/servers/new": { reads: "vpn_panels", way: "inside", bare: FORM },
  "/admin/vpn/servers/panels/[id]": { reads: "panel_checks", bare: ONE },
  "/admin/vpn/servers/[id]": { reads: "panel_probes", bare: ONE },
  "/admin/ledger": {
    reads: "ledger_accounts",
    nothing: "?search=zzzzzz",
    bare: "the shop's own accounts stand from the first start",
  },
  "/admin/ledger/orders": { reads: "orders", query: "?order=1", bare: /order.s number/ },
  "/admin/ledger/accounts/[id]": { reads: "ledger_entries", bare: ONE },
  "/admin/ledger/transactions/[id]": { reads: "ledger_entries", bare: ONE },
  "/admin/audit": { reads: "audit_events", nothing: "?search=zzzzzz", bare: /Nothing was changed yet/ },
  "/admin/keys": { reads: "api_keys", nothing: "?search=zzzzzz", bare: /No API key yet/ },
  "/admin/webhooks": { reads: "webhook_endpoints", nothing: "?search=zzzzzz", bare: /No endpoints yet/ },
  "/admin/jobs": { reads: "job_runs", bare: "the jobs tell of themselves as soon as the shop runs" },
  "/admin/settings": { reads: "settings", bare: FORM },
  "/admin/simulators": {
    settled: "the simulator answers from memory; while it is away the page says so",
    bare: "the simulator counts for itself what was bought there",
  },
};
