import type { RefusalCode } from "@/lib/domain/kernel/errors";
import { ENGLISH_REFUSALS } from "@/lib/i18n/english-refusals";

/** What is said to programs in other words than to people in front of a form, or names no amount that differs each time. */
const OWN: Partial<Record<RefusalCode, string>> = {
  invalid_input: "Something in the request is missing or wrong.",
  malformed_body: "The body is not valid JSON.",
  body_too_large: "The body is too large.",
  not_found: "There is nothing here.",
  method_not_allowed: "This method is not offered here.",
  conflict: "Something changed at the same time. Read it again and repeat.",
  rate_limited: "Too many requests. Try again later.",
  unavailable: "The service cannot answer just now. Try again shortly.",
  cross_site: "Requests from other sites are refused.",
  changed_meanwhile: "Somebody else saved this in the meantime. Read it again and repeat.",
  page_outdated: "The page is older than the service.",
  idempotency_mismatch: "This Idempotency-Key was used before with another request.",
  idempotency_running: "The first request with this Idempotency-Key still runs. Ask again in a moment.",
  daily_limit_reached: "The account has rented as many numbers today as its level allows.",
  login_throttled: "Too many attempts. Try again later.",
  price_changed: "The price is higher than you would pay. Nothing was charged.",
  insufficient_funds: "The wallet holds too little. Nothing was charged.",
  cancel_too_early: "The supplier does not allow cancelling yet.",
  key_price_limit: "The price is higher than this API key may pay. Nothing was charged.",
  amount_too_small: "The amount is less than can be taken here.",
  top_up_limit: "The amount is more than the account's level may bring in within a day.",
  withdrawal_limit: "The amount is more than may be asked for within a day.",
  too_many_invoices: "The account has too many unpaid invoices. Pay or cancel one of them first.",
  too_many_keys: "The account has as many API keys as it may have. Revoke one of them first.",
  too_many_projects: "The account has as many projects as it may have. Archive one of them first.",
  nothing_to_refund: "There is less of this payment left than should go back.",
  panel_address_taken: "Another panel has this address already.",
  inbound_tag_taken: "The server has an inbound with this tag already.",
  panel_has_accounts: "Accounts are on this panel and would be left behind.",
  plan_without_server: "No server has what this plan offers.",
  panel_in_use: "Servers use this panel.",
  panel_has_history: "Customers had accounts on this panel.",
  icon_unsafe: "The drawing could run code, or load something from elsewhere.",
};

/** A sentence for people that is the same each time; programs decide by the code. */
export function problemTitle(code: RefusalCode): string {
  return OWN[code] ?? ENGLISH_REFUSALS[code];
}

/** RFC 9457: what kind of problem it is. Where the reference explains it, or the registered kind for a spent quota. */
export function problemType(code: RefusalCode): string {
  return code === "rate_limited"
    ? "https://iana.org/assignments/http-problem-types#quota-exceeded"
    : `/developers#error-${code}`;
}
