import type { ConnectionProfile, InboundTemplate, ServerCredential, ShadowsocksMethod } from "./types";

/** Bytes of a key of the 2022 methods (SIP022). */
const KEY_BYTES: Partial<Record<ShadowsocksMethod, number>> = {
  "2022-blake3-aes-128-gcm": 16,
  "2022-blake3-aes-256-gcm": 32,
  "2022-blake3-chacha20-poly1305": 32,
};

/** The person's part of a Shadowsocks password: their own key for the 2022 methods, else their password. */
export function shadowsocksSecret(method: ShadowsocksMethod, credential: ServerCredential): string {
  const bytes = KEY_BYTES[method];
  if (!bytes) return credential.password;
  return Buffer.from(credential.shadowsocksKey, "base64").subarray(0, bytes).toString("base64");
}

/**
 * What one person needs for one inbound of a server. Null when the credential lacks what the protocol needs (WireGuard
 * before an address was given). Each is written out: hundreds of thousands of them are made, and copies cost more.
 */
export function buildProfile(
  endpoint: { name: string; host: string },
  template: InboundTemplate,
  credential: ServerCredential,
): ConnectionProfile | null {
  const { name, host } = endpoint;
  const { port } = template;
  switch (template.protocol) {
    case "VLESS":
      return {
        name,
        host,
        port,
        protocol: "VLESS",
        uuid: credential.uuid,
        encryption: template.encryption,
        flow: template.flow,
        transport: template.transport,
        security: template.security,
      };
    case "VMESS":
      return {
        name,
        host,
        port,
        protocol: "VMESS",
        uuid: credential.uuid,
        transport: template.transport,
        security: template.security,
      };
    case "TROJAN":
      return {
        name,
        host,
        port,
        protocol: "TROJAN",
        password: credential.password,
        transport: template.transport,
        security: template.security,
      };
    case "SHADOWSOCKS": {
      const secret = shadowsocksSecret(template.method, credential);
      // The ChaCha method of 2022 knows one key only (SIP023 is for AES).
      const several = template.method.startsWith("2022-blake3-aes") && template.serverKey !== "";
      return {
        name,
        host,
        port,
        protocol: "SHADOWSOCKS",
        method: template.method,
        password: several ? `${template.serverKey}:${secret}` : secret,
      };
    }
    case "WIREGUARD":
      return credential.wireguard
        ? {
            name,
            host,
            port,
            protocol: "WIREGUARD",
            privateKey: credential.wireguard.privateKey,
            presharedKey: credential.wireguard.presharedKey,
            addresses: credential.wireguard.addresses,
            publicKey: template.publicKey,
            dns: template.dns,
            mtu: template.mtu,
            keepaliveSeconds: template.keepaliveSeconds,
          }
        : null;
  }
}
