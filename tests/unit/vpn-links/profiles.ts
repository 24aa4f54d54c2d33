import fc from "fast-check";
import { FINGERPRINTS, SHADOWSOCKS_METHODS } from "@/lib/domain/vpn-links/protocol-values";
import type { ConnectionProfile, Security, Transport } from "@/lib/domain/vpn-links/types";

/** Names as people give them: Persian, emoji, quotes, plus, percent, blanks. */
export const anyName = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.constantFrom("🇩🇪 آلمان ۱", 'He said "hi" + 100%', "a=b&c#d?e/f", "سرور «ویژه»", "O'Neill (2)*!"),
  )
  .filter((name) => name.trim() !== "");

export const anyHost = fc.constantFrom(
  "de1.example.com",
  "203.0.113.7",
  "2001:db8::7",
  "پارسی.example",
  "bücher.example",
);

const path = fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => `/${text.replace(/[\s#]/gu, "-")}`);
const hostHeader = fc.constantFrom("", "cdn.example.com");
const port = fc.integer({ min: 1, max: 65_535 });
const uuid = fc.uuid();
const password = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((all) => Buffer.from(all));
export const key32 = bytes(32).map((key) => key.toString("base64"));

export const anyTransport: fc.Arbitrary<Transport> = fc.oneof(
  fc.constant<Transport>({ kind: "tcp" }),
  fc.record({ kind: fc.constant("ws" as const), path, host: hostHeader }),
  fc.record({
    kind: fc.constant("ws" as const),
    path: fc.constant("/ray"),
    host: hostHeader,
    earlyDataBytes: fc.constantFrom(undefined, 2048),
  }),
  fc.record({
    kind: fc.constant("grpc" as const),
    serviceName: fc.string({ minLength: 1, maxLength: 20 }),
    mode: fc.constantFrom("gun" as const, "multi" as const),
    authority: fc.constantFrom(undefined, "cdn.example.com"),
  }),
  fc.record({ kind: fc.constant("httpupgrade" as const), path, host: hostHeader }),
  fc.record({
    kind: fc.constant("xhttp" as const),
    path,
    host: hostHeader,
    mode: fc.constantFrom("auto" as const, "packet-up" as const, "stream-up" as const),
    extra: fc.constantFrom(undefined, { xPaddingBytes: "100-1000", xmux: { maxConcurrency: "16-32" } }),
  }),
);

const fingerprint = fc.constantFrom(...FINGERPRINTS);

export const anySecurity: fc.Arbitrary<Security> = fc.oneof(
  fc.record({
    kind: fc.constant("tls" as const),
    serverName: fc.constant("cdn.example.com"),
    fingerprint,
    alpn: fc.constantFrom([], ["h2", "http/1.1"]),
  }),
  fc.record({
    kind: fc.constant("reality" as const),
    serverName: fc.constant("www.example.com"),
    fingerprint,
    publicKey: bytes(32).map((key) => key.toString("base64url")),
    shortId: fc.constantFrom("", "0123456789abcdef", "12345678", "0e123456"),
    spiderPath: fc.constantFrom("/", "/a b?c=d&e"),
  }),
  fc.constant<Security>({ kind: "none" }),
);

const tlsOnly = anySecurity.filter((security) => security.kind === "tls");

export const anyProfile: fc.Arbitrary<ConnectionProfile> = fc
  .record({ name: anyName, host: anyHost, port })
  .chain(
    (at): fc.Arbitrary<ConnectionProfile> =>
      fc.oneof(
        fc.record({
          name: fc.constant(at.name),
          host: fc.constant(at.host),
          port: fc.constant(at.port),
          protocol: fc.constant("VLESS" as const),
          uuid,
          encryption: fc.constant("none"),
          flow: fc.constantFrom("" as const, "xtls-rprx-vision" as const),
          transport: anyTransport,
          security: anySecurity,
        }),
        fc.record({
          name: fc.constant(at.name),
          host: fc.constant(at.host),
          port: fc.constant(at.port),
          protocol: fc.constant("VMESS" as const),
          uuid,
          transport: anyTransport,
          security: tlsOnly,
        }),
        fc.record({
          name: fc.constant(at.name),
          host: fc.constant(at.host),
          port: fc.constant(at.port),
          protocol: fc.constant("TROJAN" as const),
          password,
          transport: anyTransport,
          security: tlsOnly,
        }),
        fc.constantFrom(...SHADOWSOCKS_METHODS).chain((method) => {
          const psk = bytes(method.includes("128") ? 16 : 32).map((key) => key.toString("base64"));
          return fc.record({
            name: fc.constant(at.name),
            host: fc.constant(at.host),
            port: fc.constant(at.port),
            protocol: fc.constant("SHADOWSOCKS" as const),
            method: fc.constant(method),
            password: method.startsWith("2022-")
              ? fc.tuple(psk, psk).map(([server, user]) => `${server}:${user}`)
              : password,
          });
        }),
        fc.record({
          name: fc.constant(at.name),
          host: fc.constant(at.host),
          port: fc.constant(at.port),
          protocol: fc.constant("WIREGUARD" as const),
          privateKey: key32,
          publicKey: key32,
          presharedKey: fc.option(key32),
          addresses: fc.constantFrom(["10.66.66.2/32"], ["10.66.66.2/32", "fd66::2/128"]),
          dns: fc.constantFrom(["1.1.1.1"], []),
          mtu: fc.constantFrom(1280, 1420),
          keepaliveSeconds: fc.constantFrom(0, 25),
        }),
      ),
  );
