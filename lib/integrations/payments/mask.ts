const MASK = "***";

/** Names of fields that hold a secret, an address to pay at, or a person. */
const HIDDEN =
  /^(?:client_secret|url|init_point|sandbox_init_point|ticket_url|receipt_url|notification_url|success_url|cancel_url|qr_code|qr_code_base64|first_name|last_name|name|surname|email|receipt_email|phone|identification|address|shipping|billing_details|customer_details|customer_email|payer|cardholder|ip_address|evidence|fingerprint|number|cvc|security_code|first_six_digits|bin|bank_info|additional_info|api_response)$/;

const MAX_DEPTH = 8;
const MAX_TEXT = 500;
const MAX_ROWS = 50;

/** A gateway's answer as the back office may keep and show it: ids, statuses and amounts, no person and no secret. */
export function maskAnswer(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return MASK;
  if (Array.isArray(value)) return value.slice(0, MAX_ROWS).map((item) => maskAnswer(item, depth + 1));
  const masked: [string, unknown][] = Object.entries(value).map(([key, item]) => [
    key,
    HIDDEN.test(key) && item !== null && item !== undefined ? MASK : maskAnswer(item, depth + 1),
  ]);
  return Object.fromEntries(masked);
}
