import type { ProviderCallFacts } from "@/lib/domain/supply/ports";
import { parseJson } from "./shapes";
import type { WireAnswer } from "./transport";

const HIDDEN = "•••";
const MAX_RESPONSE = 2_000;

/** Fields of the protocol that hold what a customer paid for, or what opens an account. */
const SECRET_FIELDS = new Set([
  "code",
  "text",
  "sms",
  "smsCode",
  "smsText",
  "smsCodes",
  "api_key",
  "token",
  "password",
]);

/** Asked over and over; worth a line only when they fail or bring something. */
const POLLS = new Set([
  "getStatus",
  "getStatusV2",
  "getActiveActivations",
  "getBalance",
  "getPrices",
  "getOperators",
  "getNumbersStatus",
]);

function hide(value: unknown): unknown {
  if (typeof value === "string" || typeof value === "number") return value === "" ? "" : HIDDEN;
  if (Array.isArray(value)) return value.map(hide);
  return typeof value === "object" && value !== null ? maskFields(value) : value;
}

/** "sms": { "code": …, "text": … } keeps its shape and loses its words. */
function maskFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskFields);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_FIELDS.has(name) ? hide(inner) : maskFields(inner),
    ]),
  );
}

/** An answer as it may be kept: without our key, without codes and texts, no longer than a page. */
export function maskAnswer(text: string, apiKey: string): string {
  const json = parseJson(text);
  const isObject = typeof json === "object" && json !== null;
  const plain = isObject
    ? JSON.stringify(maskFields(json))
    : text.replace(/^(STATUS_[A-Z_]+):.*$/s, `$1:${HIDDEN}`);
  const keyless =
    apiKey === "" ? plain : plain.replaceAll(apiKey, HIDDEN).replaceAll(encodeURIComponent(apiKey), HIDDEN);
  return keyless.slice(0, MAX_RESPONSE);
}

function holdsMessage(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsMessage);
  if (typeof value !== "object" || value === null) return typeof value === "string" && value !== "";
  return Object.entries(value).some(
    ([name, inner]) =>
      (SECRET_FIELDS.has(name) || typeof inner === "object") && inner !== null && holdsField(name, inner),
  );
}

function holdsField(name: string, value: unknown): boolean {
  if (SECRET_FIELDS.has(name)) return holdsMessage(value);
  return (
    typeof value === "object" &&
    value !== null &&
    holdsMessage(Array.isArray(value) ? value.filter(isBox) : value)
  );
}

const isBox = (value: unknown) => typeof value === "object" && value !== null;

/** "ok", or a stable word for what went wrong. */
function outcomeOf(answer: WireAnswer): string {
  if (answer.kind !== "answer") return answer.kind;
  const word = /^[A-Z][A-Z_]{2,40}/.exec(answer.text)?.[0];
  if (word && !/^(?:ACCESS|STATUS)_/.test(word) && word !== "NO_ACTIVATIONS") return word.toLowerCase();
  return answer.status >= 400 ? `http_${answer.status}` : "ok";
}

function isNothing(action: string, answer: WireAnswer, outcome: string): boolean {
  if (!POLLS.has(action) || answer.kind !== "answer" || outcome !== "ok") return false;
  if (action === "getBalance" || action === "getPrices") return true;
  const json = parseJson(answer.text);
  if (typeof json === "object" && json !== null) return !holdsMessage(json);
  return !answer.text.startsWith("STATUS_OK") && answer.text !== "STATUS_CANCEL";
}

/** What is kept of one call; null for a poll that found nothing. */
export function factsOf(
  action: string,
  parameters: Record<string, string>,
  answer: WireAnswer,
  apiKey: string,
): ProviderCallFacts | null {
  const outcome = outcomeOf(answer);
  if (isNothing(action, answer, outcome)) return null;
  return {
    action,
    request: parameters,
    response: answer.kind === "answer" ? maskAnswer(answer.text, apiKey) : answer.error,
    outcome,
    isPoll: POLLS.has(action),
  };
}
