/** Sent with every answer of the API app, and of Next beside its CSP. */
const COMMON: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
];

export const API_SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ...COMMON,
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
];

export const PAGE_SECURITY_HEADERS = COMMON;

/** Carries the nonce of the pages' policy from the proxy to what draws the page. */
export const NONCE_HEADER = "x-nonce";

/**
 * The pages' policy: everything from this origin, scripts only by nonce. Base UI positions its popups with inline style
 * attributes, which is the one allowance. Development needs eval for its error overlay.
 */
export function pagePolicy(
  nonce: string,
  { development, secure }: { development: boolean; secure: boolean },
): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
