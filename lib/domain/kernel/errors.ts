/**
 * Every expected refusal of the product, in one list. Each has one HTTP status (here), one protocol text
 * (in the protocol doors) and one translated sentence (messages, namespace "refusals").
 */
export const REFUSALS = {
  invalid_input: 422,
  malformed_body: 400,
  body_too_large: 413,
  unauthenticated: 401,
  session_expired: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  /** Said by the browser when its words did not reach the shop. */
  unreachable: 503,
  suspended: 403,
  level_too_low: 403,
  daily_limit_reached: 403,
  wrong_credentials: 401,
  wrong_password: 400,
  /** Nothing was typed where the password is asked for once more. */
  password_needed: 400,
  login_throttled: 429,
  password_too_short: 422,
  password_too_long: 422,
  password_too_common: 422,
  password_same: 422,
  email_taken: 409,
  email_same: 422,
  email_needed: 409,
  phone_taken: 409,
  username_taken: 409,
  token_invalid: 410,
  already_verified: 409,
  bad_service: 404,
  bad_country: 404,
  bad_operator: 404,
  service_prohibited: 403,
  price_changed: 409,
  no_stock: 409,
  insufficient_funds: 402,
  idempotency_mismatch: 422,
  /** Said by the browser when its page is older than the shop that answers. */
  page_outdated: 409,
  idempotency_running: 409,
  /** A promised price that has run out, or was never promised to this person. */
  quote_expired: 409,
  /** A sandbox key moves no money. */
  live_key_needed: 403,
  order_closed: 409,
  order_pending: 409,
  order_closing: 409,
  cancel_too_early: 409,
  has_code: 409,
  no_code: 409,
  already_refunded: 409,
  amount_invalid: 422,
  amount_too_large: 422,
  signature_invalid: 401,
  signature_stale: 401,
  demo_only: 403,
  changed_meanwhile: 409,
  /** A decision was made about something that is no longer what was seen. */
  changed_since_seen: 409,
  /** An adjustment was previewed on another balance. */
  balance_moved: 409,
  last_admin: 409,
  value_taken: 409,
  file_missing: 422,
  icon_too_large: 413,
  icon_unsafe: 422,
  icon_unreadable: 422,
  price_needs_confirmation: 409,
  price_draft_stale: 409,
  nothing_matches: 404,
  number_rented: 409,
  file_unreadable: 422,
  file_wrong_columns: 422,
  file_too_many_rows: 422,
  wallet_frozen: 403,
  method_off: 409,
  amount_too_small: 422,
  amount_too_fine: 422,
  top_up_limit: 403,
  withdrawal_limit: 403,
  destination_invalid: 422,
  gateway_unavailable: 503,
  gateway_rejected: 409,
  rate_stale: 503,
  rate_disagrees: 503,
  rate_unavailable: 503,
  peg_broken: 503,
  invoice_closed: 409,
  /** A payment of the invoice is on its way or can still be made. */
  payment_live: 409,
  /** The receipt was written down for another invoice. */
  reference_used: 409,
  too_many_invoices: 429,
  nothing_to_refund: 409,
  refund_impossible: 409,
  refund_running: 409,
  gateway_not_found: 404,
  gateway_misconfigured: 503,
  gateway_key_reused: 409,
  gateway_amount_unsupported: 422,
  gateway_method_unsupported: 409,
  already_approved: 409,
  private_key_refused: 422,
  test_network_key: 422,
  public_key_invalid: 422,
  second_admin_needed: 409,
  own_withdrawal: 403,
  withdrawal_level: 403,
  wallet_frozen_meanwhile: 409,
  withdrawal_closed: 409,
  reference_invalid: 422,
  plan_withdrawn: 409,
  plan_changed: 409,
  plan_without_server: 409,
  trial_used: 409,
  trial_needs_email: 403,
  no_vpn_capacity: 503,
  too_many_subscriptions: 409,
  subscription_over: 409,
  same_plan: 409,
  upgrade_too_cheap: 409,
  server_in_use: 409,
  panel_failed: 502,
  name_taken: 409,
  inbound_refused: 422,
  /** No key came with the request. */
  key_missing: 401,
  key_unknown: 401,
  key_revoked: 401,
  key_expired: 401,
  key_address_refused: 403,
  scope_missing: 403,
  key_price_limit: 403,
  project_limit_reached: 403,
  too_many_keys: 409,
  too_many_projects: 409,
  key_closed: 409,
  server_full: 409,
  /** It was never open, its panel did not answer or its checklist is not complete. */
  server_unverified: 409,
  panel_address_taken: 409,
  inbound_tag_taken: 409,
  /** Another kind or address would leave the accounts on it behind. */
  panel_has_accounts: 409,
  /** Servers use it. */
  panel_in_use: 409,
  /** Customers had accounts on it. */
  panel_has_history: 409,
  webhook_url_refused: 422,
  webhook_disabled: 409,
  too_many_webhooks: 409,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;

const CODE_KEY = "patchbayCode";

/** Thrown where a result cannot travel (inside a transaction that must roll back). Told apart by its code, never by instanceof: a process holds two module worlds. */
export class RefusalError extends Error {
  readonly patchbayCode: RefusalCode;
  readonly details: Record<string, string | number | boolean> | undefined;

  constructor(code: RefusalCode, details?: Record<string, string | number | boolean>) {
    super(code);
    this.name = "RefusalError";
    this.patchbayCode = code;
    this.details = details;
  }
}

export function isRefusalError(error: unknown): error is RefusalError {
  return (
    typeof error === "object" &&
    error !== null &&
    CODE_KEY in error &&
    typeof error[CODE_KEY] === "string" &&
    error[CODE_KEY] in REFUSALS
  );
}
