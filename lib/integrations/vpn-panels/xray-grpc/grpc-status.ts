import type { PanelErrorKind } from "@/lib/domain/vpn/types";

/** No such service or method (grpc.github.io/grpc/core/md_doc_statuscodes.html). */
export const GRPC_UNIMPLEMENTED = 12;

const KINDS: Record<number, PanelErrorKind> = {
  1: "unreachable",
  2: "validation",
  3: "validation",
  4: "unreachable",
  5: "not_found",
  6: "validation",
  7: "auth",
  8: "throttled",
  9: "validation",
  10: "unreachable",
  12: "validation",
  14: "unreachable",
  16: "auth",
};

export const kindOfGrpcStatus = (status: number): PanelErrorKind => KINDS[status] ?? "protocol";

/** What a proxy in front of a core answers, which knows no gRPC. */
export function kindOfHttpStatus(status: number): PanelErrorKind {
  if (status === 401 || status === 403) return "auth";
  if (status === 429) return "throttled";
  return status === 502 || status === 503 || status === 504 ? "unreachable" : "protocol";
}

const REFUSED_CERTIFICATE = /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/;
/** What answers there speaks no HTTP/2, or TLS where we do not. */
const OTHER_LANGUAGE = /^(?:ERR_HTTP2_ERROR|ERR_SSL_|EPROTO)/;
/** It shows a certificate that nobody we trust has signed, that is over, or that is another machine's. */
const STRANGE_CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF|DECRYPT_CERT))/;

export type BrokenConnection = Error & { code?: string };

const isBroken = (cause: unknown): cause is BrokenConnection =>
  typeof cause === "object" && cause !== null && "code" in cause && "message" in cause;

/** Of a connection that broke, by Node's own code; a stream that ends with its connection holds the reason inside. */
export function readBroken(error: BrokenConnection): { kind: PanelErrorKind; text: string } {
  const { code = "", message } = isBroken(error.cause) ? error.cause : error;
  if (REFUSED_CERTIFICATE.test(code))
    return { kind: "auth", text: `The node does not take our certificate (${code}).` };
  if (STRANGE_CERTIFICATE.test(code))
    return { kind: "protocol", text: `The node's certificate is not to be trusted: ${message} (${code}).` };
  return { kind: OTHER_LANGUAGE.test(code) ? "protocol" : "unreachable", text: `${code} ${message}` };
}
