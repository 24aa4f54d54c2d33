/** What a text answer of the protocol means for a purchase or a change. Source: the SMS-Activate API, "getNumber" and "setStatus". */
export type Meaning =
  | "no_numbers"
  | "refused"
  | "refused_retryable"
  | "gone"
  | "too_early"
  | "not_offered"
  | "bad_status";

const MEANINGS: Record<string, Meaning> = {
  NO_NUMBERS: "no_numbers",
  NO_BALANCE: "refused_retryable",
  BAD_SERVICE: "refused",
  BAD_COUNTRY: "refused",
  WRONG_SERVICE: "refused",
  WRONG_OPERATOR: "refused",
  BAD_OPERATOR: "refused",
  WRONG_MAX_PRICE: "no_numbers",
  MAX_PRICE_EXCEEDED: "no_numbers",
  WRONG_EXCEPTION_PHONE: "refused",
  BANNED: "refused_retryable",
  CHANNELS_LIMIT: "refused_retryable",
  ACCOUNT_INACTIVE: "refused_retryable",
  SERVICE_NOT_AVAILABLE: "refused",
  SERVICE_UNAVAILABLE_REGION: "refused",
  NO_KEY: "refused_retryable",
  BAD_KEY: "refused_retryable",
  ERROR_SQL: "refused_retryable",
  SERVER_ERROR: "refused_retryable",
  BAD_ACTION: "not_offered",
  NO_ACTIVATION: "gone",
  WRONG_ACTIVATION_ID: "gone",
  STATUS_CANCEL: "gone",
  EARLY_CANCEL_DENIED: "too_early",
  BAD_STATUS: "bad_status",
};

/** "WRONG_MAX_PRICE:0.25" -> "no_numbers"; null for what is no known word. */
export function meaningOf(text: string): Meaning | null {
  const word = /^[A-Z_]+/.exec(text.trim())?.[0] ?? "";
  return MEANINGS[word] ?? null;
}
