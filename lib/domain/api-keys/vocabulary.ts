/** What a key may do. Reading the catalogue needs none. */
export const SCOPES = [
  "numbers:read",
  "numbers:write",
  "wallet:read",
  "wallet:write",
  "vpn:read",
  "vpn:write",
  "projects:read",
  "projects:write",
  "webhooks:read",
  "webhooks:write",
] as const;

export const KEY_MODES = ["LIVE", "SANDBOX"] as const;

export const HANDLER_ERRORS = ["VANILLA", "HTTP"] as const;

/** Requests a minute that a key's owner may choose at most. */
export const MAX_RATE_LIMIT = 6_000;
export const DEFAULT_RATE_LIMIT = 600;
