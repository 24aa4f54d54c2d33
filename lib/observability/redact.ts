/** Names whose values never reach a log, whatever the case and the separators. */
const SECRET_NAMES = new Set([
  "authorization",
  "body",
  "code",
  "codes",
  "cookie",
  "cookies",
  "credentials",
  "otp",
  "params",
  "phone",
  "phonee164",
  "setcookie",
  "sms",
  "text",
  "texts",
]);
const SECRET_ENDINGS = ["password", "secret", "secrets", "token", "tokens", "apikey", "ciphertext"];
/** The part of a connection string between the scheme and the host. */
const URL_CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
const MAX_DEPTH = 5;

const REDACTED = "[redacted]";

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return SECRET_NAMES.has(plain) || SECRET_ENDINGS.some((ending) => plain.endsWith(ending));
}

/** Takes user name and password out of any URL inside a text. */
export function withoutUrlCredentials(text: string): string {
  return text.replace(URL_CREDENTIALS, `$1${REDACTED}@`);
}

/** A copy without secrets, codes and bodies, and with bigints as text. Errors are left to their own serializer. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return withoutUrlCredentials(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error || value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return "[deeper]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretName(name) && inner !== null && inner !== undefined ? REDACTED : redact(inner, depth + 1),
    ]),
  );
}
