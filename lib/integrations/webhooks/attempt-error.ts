import type { AttemptError } from "@/lib/domain/webhooks/types";

/** The filter refuses by an error without a code whose message ends so. */
const REFUSED = /is not allowed\. Because/;

/** OpenSSL's and Node's words about certificates and handshakes. */
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|ERR_OSSL)/;

/** Our word for why no answer came. */
export function errorCodeOf(error: Error & { code?: string }): AttemptError {
  if (REFUSED.test(error.message)) return "address_refused";
  const code = error.code ?? "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") return "unknown_host";
  if (code === "ETIMEDOUT" || code === "ESOCKETTIMEDOUT") return "timeout";
  return TLS.test(code) ? "tls_failed" : "connection_failed";
}
