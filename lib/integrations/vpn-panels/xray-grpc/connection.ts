import { z } from "zod";

/** Plain HTTP/2 carries no key worth the name: it stays on this machine or in a private network, by a tunnel. */
const PRIVATE_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f:]+\])$/i;

const PEM = z.string().includes("-----BEGIN");

export const xrayCredentialsSchema = z.object({
  /** Sent as a bearer token, for the proxy in front of the core: cores themselves ask for nothing. */
  token: z.string().min(16).optional(),
  /** For mutual TLS: whom we trust, and who we are. */
  ca: PEM.optional(),
  certificate: PEM.optional(),
  key: PEM.optional(),
});

export const xrayOptionsSchema = z.object({
  /** Every inbound of the core that people use, so that a removal reaches those that a person has left. */
  inboundTags: z.array(z.string().min(1)).max(100).default([]),
  /** The address that personal Shadowsocks inbounds of V2Ray listen on. */
  listen: z.union([z.ipv4(), z.ipv6()]).default("0.0.0.0"),
  connectMs: z.number().int().min(50).max(60_000).default(3_000),
  totalMs: z.number().int().min(50).max(60_000).default(10_000),
});

export type XrayCredentials = z.infer<typeof xrayCredentialsSchema>;
export type XrayOptions = z.infer<typeof xrayOptionsSchema>;

/** Null for an address that a core cannot be spoken to safely. */
export function coreAddress(url: string): URL | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  if (parsed.protocol === "https:") return parsed;
  return parsed.protocol === "http:" && PRIVATE_HOST.test(parsed.hostname) ? parsed : null;
}
