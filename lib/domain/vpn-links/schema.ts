import { z } from "zod";
import { FINGERPRINTS, SHADOWSOCKS_METHODS } from "./protocol-values";

const path = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\/[^\s#]*$/);
const hostName = z.string().trim().max(253);
const port = z.number().int().min(1).max(65_535);
const serverName = z.string().trim().min(1).max(253);
export const fingerprintSchema = z.enum(FINGERPRINTS);
export const methodSchema = z.enum(SHADOWSOCKS_METHODS);
const fingerprint = fingerprintSchema.default("chrome");
/** IPv4 with room for more than the server itself: /8 to /30. */
const NETWORK = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\/)|(?=\/))){4}\/(?:[89]|[12]\d|30)$/;
/** Standard base64 of 32 bytes. */
const key32 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

export const transportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tcp") }),
  z.object({
    kind: z.literal("ws"),
    path,
    host: hostName.default(""),
    earlyDataBytes: z.number().int().min(1).max(8192).optional(),
  }),
  z.object({
    kind: z.literal("grpc"),
    serviceName: z.string().trim().min(1).max(100),
    mode: z.enum(["gun", "multi"]).default("gun"),
    authority: hostName.optional(),
  }),
  z.object({ kind: z.literal("httpupgrade"), path, host: hostName.default("") }),
  z.object({
    kind: z.literal("xhttp"),
    path,
    host: hostName.default(""),
    mode: z.enum(["auto", "packet-up", "stream-up", "stream-one"]).default("auto"),
    extra: z.record(z.string(), z.unknown()).optional(),
  }),
]);

export const securitySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({
    kind: z.literal("tls"),
    serverName,
    fingerprint,
    alpn: z
      .array(z.enum(["h3", "h2", "http/1.1"]))
      .max(3)
      .default([]),
  }),
  z.object({
    kind: z.literal("reality"),
    serverName,
    fingerprint,
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    shortId: z
      .string()
      .regex(/^(?:[0-9a-fA-F]{2}){0,8}$/)
      .default(""),
    spiderPath: z.string().startsWith("/").max(200).default("/"),
  }),
]);

const streamed = { port, transport: transportSchema, security: securitySchema };

/** Names the inbound on its panel or core; what people see is the server's name. */
const tag = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}]+$/u);

/** What an admin sets for one protocol of a server; secrets of persons come from their credential. */
export const inboundTemplateSchema = z.discriminatedUnion("protocol", [
  z.object({
    protocol: z.literal("VLESS"),
    tag,
    ...streamed,
    encryption: z
      .string()
      .regex(/^(?:none|mlkem768x25519plus\.(?:native|xorpub|random)\.(?:0rtt|1rtt)\.[\w.-]+)$/)
      .default("none"),
    flow: z.enum(["", "xtls-rprx-vision"]).default(""),
  }),
  z.object({ protocol: z.literal("VMESS"), tag, ...streamed }),
  z.object({ protocol: z.literal("TROJAN"), tag, ...streamed }),
  z.object({
    protocol: z.literal("SHADOWSOCKS"),
    tag,
    port,
    method: methodSchema,
    /** The server's own key of the 2022 methods, standard base64; empty for the others. */
    serverKey: z.string().max(44).default(""),
  }),
  z.object({
    protocol: z.literal("WIREGUARD"),
    tag,
    port,
    publicKey: key32,
    /** The network people get their addresses from. */
    network: z.string().regex(NETWORK),
    dns: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .max(4)
      .default(["1.1.1.1"]),
    mtu: z.number().int().min(1280).max(1500).default(1280),
    keepaliveSeconds: z.number().int().min(0).max(300).default(25),
  }),
]);
