import { z } from "zod";

const PEM = z.string().includes("-----BEGIN");

export const xrayCredentialsSchema = z.object({
  /** Sent as a bearer token, for the proxy in front of the core: cores themselves ask for nothing. */
  token: z.string().min(16).optional(),
  /** For mutual TLS: whom we trust, and who we are. */
  ca: PEM.optional(),
  certificate: PEM.optional(),
  key: PEM.optional(),
  /** The NODE_AGENT_KEY of the agent beside the core. */
  agentKey: z.string().min(32).optional(),
});

export const xrayOptionsSchema = z.object({
  /** Every inbound of the core that people use, so that a removal reaches those that a person has left. */
  inboundTags: z.array(z.string().min(1)).max(100).default([]),
  /** The address that personal Shadowsocks inbounds of V2Ray listen on. */
  listen: z.union([z.ipv4(), z.ipv6()]).default("0.0.0.0"),
  /** Where the agent beside the core listens, which ends open connections. */
  agentUrl: z.string().optional(),
  connectMs: z.number().int().min(50).max(60_000).default(3_000),
  totalMs: z.number().int().min(50).max(60_000).default(10_000),
});

export type XrayCredentials = z.infer<typeof xrayCredentialsSchema>;
export type XrayOptions = z.infer<typeof xrayOptionsSchema>;
