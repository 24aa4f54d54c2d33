import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import type { XrayCredentials } from "./connection";

const reads = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/**
 * Which of the node's certificates cannot be used: not PEM inside, one of a pair alone, or a key of another certificate.
 * OpenSSL itself decides, before anything is stored.
 */
export function wrongCertificates({ ca, certificate, key }: XrayCredentials): string[] {
  // An authority that is none is passed over in silence by the connection itself: everybody would be a stranger.
  const wrong = ca !== undefined && !reads(() => new X509Certificate(ca)) ? ["ca"] : [];
  if (certificate === undefined && key === undefined) return wrong;
  if (certificate === undefined) return [...wrong, "certificate"];
  if (!reads(() => new X509Certificate(certificate))) return [...wrong, "certificate"];
  if (key === undefined) return [...wrong, "key"];
  return reads(() => createSecureContext({ cert: certificate, key })) ? wrong : [...wrong, "key"];
}
