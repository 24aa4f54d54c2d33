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
  /** Tables without which its list is bare, and the words that the bare list says. */
  bare?: { tables: string[]; says: RegExp };
}

const FORM = "a form: nothing is read but who is signed in";

export const PAGE_STATES: Record<string, PageStates> = {
  "/": { reads: "offers", way: "whole", nothing: "?q=carrier+pigeon" },
  "/pricing": { reads: "offers", way: "whole", nothing: "?search=carrier+pigeon" },
  "/refunds": { reads: "offers", way: "whole" },
  "/status": {
    settled: "its content is what works and what does not; the database away is one of its own lines",
  },
  "/legal/[text]": { reads: "settings", way: "whole" },
  "/sign-in": { settled: FORM },
  "/sign-up": { settled: FORM },
  "/forgot-password": { settled: FORM },
  "/reset-password": { settled: FORM },
  "/verify-email": { settled: FORM },
  "/dev/mailbox": { settled: "the demo's mails are files beside the program" },
  "/dev/mailbox/[id]": { settled: "the demo's mails are files beside the program" },

  "/dashboard": { reads: "orders", way: "inside" },
  "/numbers": { reads: "favorite_services", nothing: "?service=no-such-service" },
  "/numbers/[id]": { reads: "sms_messages", way: "inside" },
  "/numbers/history": { reads: "orders", way: "inside", nothing: "?search=zzzzzz" },
  "/wallet": { reads: "wallet_transactions", nothing: "?search=zzzzzz" },
  "/wallet/statement": { reads: "wallet_transactions" },
  "/notifications": { reads: "notifications", way: "inside" },
  "/settings": { reads: "identity_tokens" },
  "/settings/preferences": { settled: "the frame is drawn by the same preferences" },
  "/settings/security": { reads: "login_events" },

  "/admin": { reads: "daily_order_rollups" },
  "/admin/users": { reads: "orders", query: "?search=1", nothing: "?search=zzzzzz" },
  "/admin/users/[id]": { reads: "ledger_accounts" },
  "/admin/orders": { reads: "orders", nothing: "?search=zzzzzz" },
  "/admin/orders/[id]": { reads: "provider_calls" },
  "/admin/services": { reads: "services", nothing: "?search=zzzzzz" },
  "/admin/services/[id]": { reads: "service_statistics" },
  "/admin/countries": { reads: "countries", nothing: "?search=zzzzzz" },
  "/admin/countries/[id]": { reads: "operators" },
  "/admin/offers": { reads: "offers", nothing: "?search=zzzzzz" },
  "/admin/offers/[id]": { reads: "price_changes" },
  "/admin/offers/bulk": { reads: "price_drafts" },
  "/admin/offers/bulk/[id]": { reads: "offers" },
  "/admin/numbers": { reads: "phone_numbers", nothing: "?search=zzzzzz" },
  "/admin/numbers/[id]": { reads: "phone_number_services" },
  "/admin/numbers/import": { reads: "phone_numbers" },
  "/admin/providers": { reads: "providers" },
  "/admin/providers/[id]": { reads: "provider_calls" },
  "/admin/invoices": { reads: "invoices", nothing: "?search=zzzzzz" },
  "/admin/invoices/[id]": { reads: "payment_refunds" },
  "/admin/payments": { reads: "payments", nothing: "?search=zzzzzz" },
  "/admin/money": { reads: "money_alerts" },
  "/admin/ledger": { reads: "ledger_accounts", nothing: "?search=zzzzzz" },
  "/admin/ledger/orders": { reads: "orders", query: "?order=1" },
  "/admin/ledger/accounts/[id]": { reads: "ledger_entries" },
  "/admin/ledger/transactions/[id]": { reads: "ledger_entries" },
  "/admin/audit": { reads: "audit_events", nothing: "?search=zzzzzz" },
  "/admin/jobs": { reads: "job_runs" },
  "/admin/settings": { reads: "settings" },
  "/admin/simulators": { settled: "the simulator answers from memory; while it is away the page says so" },
};
