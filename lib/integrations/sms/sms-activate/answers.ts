import { z } from "zod";
import { parseJson } from "./shapes";

/**
 * What an answer of the protocol means for a purchase or a change. Source: the SMS-Activate API, "getNumber" and
 * "setStatus", the words that other suppliers add, and the titles of HeroSMS' error form.
 */
export type Meaning =
  | "no_numbers"
  | "refused"
  | "refused_retryable"
  | "gone"
  | "too_early"
  | "not_offered"
  | "bad_status"
  | "already_exists";

const MEANINGS: Record<string, Meaning> = {
  NO_NUMBERS: "no_numbers",
  ORDER_ALREADY_EXISTS: "already_exists",
  NO_BALANCE: "refused_retryable",
  NO_BALANCE_FORWARD: "refused_retryable",
  BAD_BALANCE: "refused_retryable",
  NO_MONEY: "refused_retryable",
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
  TOO_MANY_ACTIVE_RENTALS: "refused_retryable",
  ACCOUNT_INACTIVE: "refused_retryable",
  SERVICE_NOT_AVAILABLE: "refused",
  SERVICE_UNAVAILABLE_REGION: "refused",
  WHATSAPP_NOT_AVAILABLE: "refused",
  NO_YULA_MAIL: "refused",
  NO_KEY: "refused_retryable",
  BAD_KEY: "refused_retryable",
  ERROR_SQL: "refused_retryable",
  SERVER_ERROR: "refused_retryable",
  BAD_ACTION: "not_offered",
  "WRONG ACTION": "not_offered",
  NO_ACTIVATION: "gone",
  WRONG_ACTIVATION_ID: "gone",
  ACTIVATION_NOT_ACTIVE: "gone",
  STATUS_CANCEL: "gone",
  EARLY_CANCEL_DENIED: "too_early",
  BAD_STATUS: "bad_status",
  OTP_RECEIVED: "bad_status",
  NEW_OTP_RECEIVED: "bad_status",
  FREE_CANCELLATION_EXPIRED: "bad_status",
};

/** {"title":"NO_BALANCE","details":"...","info":{}}, with an HTTP status that is no 200. */
const titled = z.object({ title: z.string() });

/** The answer's word with whatever follows it, also where it comes as JSON. */
export function wordsOf(text: string): string {
  const shaped = titled.safeParse(parseJson(text));
  return (shaped.success ? shaped.data.title : text).trim();
}

/** "WRONG_MAX_PRICE:0.25" -> "no_numbers"; null for what is no known word. */
export function meaningOf(text: string): Meaning | null {
  const word = /^(?:WRONG ACTION|[A-Z_]+)/.exec(wordsOf(text))?.[0] ?? "";
  return Object.hasOwn(MEANINGS, word) ? (MEANINGS[word] ?? null) : null;
}

/** "BANNED:'2026-11-21 10-00-00'": the word, and what is short and numeric after it; never a text that repeats our key. */
export function plainWord(text: string): string {
  return /^[A-Z_]+(?::[\d'. :-]{1,24}$)?/.exec(wordsOf(text))?.[0] ?? "";
}
