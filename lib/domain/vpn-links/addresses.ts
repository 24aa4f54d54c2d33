const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const PRIVATE_V4 =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const PRIVATE_V6 = /^(?:::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;
const PRIVATE_DOMAIN = /(?:^|\.)(?:localhost|local|lan|internal|home\.arpa)$/i;

/** The same few hosts stand in every document; parsing one costs as much as the rest of a link. */
const known = new Map<string, string | null>();
const MAX_KNOWN = 2_000;

/** An address as a core dials it: punycode for international names, IPv6 without brackets. Null for what is no host. */
export function plainHost(host: string): string | null {
  const before = known.get(host);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const plain = parseHost(host);
  known.set(host, plain);
  return plain;
}

function parseHost(host: string): string | null {
  const trimmed = host.trim().replace(/^\[(.*)\]$/, "$1");
  const isV6 = trimmed.includes(":");
  if (!trimmed || /[\s/?#@\\]/.test(trimmed)) return null;
  try {
    // The platform's URL parser knows UTS #46, so that an international name becomes punycode.
    const { hostname } = new URL(`http://${isV6 ? `[${trimmed}]` : trimmed}`);
    return hostname.replace(/^\[(.*)\]$/, "$1") || null;
  } catch {
    return null;
  }
}

/** The same within a link: brackets around IPv6 (RFC 3986). What is no host stays as it is: the lint names it. */
export function hostInLink(host: string): string {
  const plain = plainHost(host) ?? host;
  return plain.includes(":") ? `[${plain}]` : plain;
}

/** Loopback, private networks and names that only resolve inside one: there, links without encryption are no danger. */
export function isPrivateHost(host: string): boolean {
  const plain = plainHost(host) ?? host;
  if (IPV4.test(plain)) return PRIVATE_V4.test(plain);
  if (plain.includes(":")) return PRIVATE_V6.test(plain);
  return PRIVATE_DOMAIN.test(plain);
}
