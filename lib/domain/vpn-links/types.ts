import type { SHADOWSOCKS_METHODS } from "./protocol-values";

/** How the bytes travel below the protocol. `h2` and `quic` are left out: current cores have removed them. */
export type Transport =
  | { kind: "tcp" }
  | { kind: "ws"; path: string; host: string; earlyDataBytes?: number | undefined }
  | { kind: "grpc"; serviceName: string; mode: "gun" | "multi"; authority?: string | undefined }
  | { kind: "httpupgrade"; path: string; host: string }
  | {
      kind: "xhttp";
      path: string;
      host: string;
      mode: "auto" | "packet-up" | "stream-up" | "stream-one";
      /** Replaces every field of the transport except host, path and mode. */
      extra?: Record<string, unknown> | undefined;
    };

export type Security =
  | { kind: "none" }
  | { kind: "tls"; serverName: string; fingerprint: string; alpn: readonly string[] }
  | {
      kind: "reality";
      serverName: string;
      fingerprint: string;
      /** base64url without padding, 32 bytes. */
      publicKey: string;
      /** Hexadecimal, even length, at most 16 characters. */
      shortId: string;
      spiderPath: string;
    };

/** Where a configuration connects to, and what it is called in an app. */
export interface Endpoint {
  name: string;
  /** A domain (also an international one) or an IP address; IPv6 without brackets. */
  host: string;
  port: number;
}

export interface VlessProfile extends Endpoint {
  protocol: "VLESS";
  uuid: string;
  /** "none" or a VLESS encryption string; never empty. */
  encryption: string;
  flow: "" | "xtls-rprx-vision";
  transport: Transport;
  security: Security;
}

export interface VmessProfile extends Endpoint {
  protocol: "VMESS";
  uuid: string;
  transport: Transport;
  security: Security;
}

export interface TrojanProfile extends Endpoint {
  protocol: "TROJAN";
  password: string;
  transport: Transport;
  security: Security;
}

export interface ShadowsocksProfile extends Endpoint {
  protocol: "SHADOWSOCKS";
  method: ShadowsocksMethod;
  /** For the 2022 methods "<server key>:<user key>" or one key, standard base64. */
  password: string;
}

export interface WireguardProfile extends Endpoint {
  protocol: "WIREGUARD";
  /** Keys: standard base64 of 32 bytes. */
  privateKey: string;
  publicKey: string;
  presharedKey: string | null;
  /** With their mask: "10.66.66.2/32". */
  addresses: readonly string[];
  dns: readonly string[];
  mtu: number;
  keepaliveSeconds: number;
}

/** Everything an app needs to connect to one location by one protocol. Holds secrets. */
export type ConnectionProfile =
  | VlessProfile
  | VmessProfile
  | TrojanProfile
  | ShadowsocksProfile
  | WireguardProfile;

export type ShadowsocksMethod = (typeof SHADOWSOCKS_METHODS)[number];

/** How one protocol of a server is reached: what an admin sets. Secrets of persons come from their credential. */
export type InboundTemplate = { tag: string; port: number } & (
  | {
      protocol: "VLESS";
      transport: Transport;
      security: Security;
      encryption: string;
      flow: "" | "xtls-rprx-vision";
    }
  | { protocol: "VMESS" | "TROJAN"; transport: Transport; security: Security }
  | {
      protocol: "SHADOWSOCKS";
      method: ShadowsocksMethod;
      /** The server's own key of the 2022 methods, standard base64; empty for the others. */
      serverKey: string;
    }
  | {
      protocol: "WIREGUARD";
      publicKey: string;
      /** The network people get their addresses from: "10.66.0.0/16". */
      network: string;
      dns: readonly string[];
      mtu: number;
      keepaliveSeconds: number;
    }
);

/** What a server knows of a person: one credential serves every inbound of a panel. Holds secrets. */
export interface ServerCredential {
  uuid: string;
  /** Trojan's password and Shadowsocks' (AEAD). */
  password: string;
  /** Standard base64; 32 bytes, of which methods with shorter keys take the first 16. */
  shadowsocksKey: string;
  wireguard: {
    privateKey: string;
    /** The public half, which the server knows. */
    publicKey: string;
    presharedKey: string | null;
    addresses: readonly string[];
  } | null;
}

/**
 * Why current cores refuse a configuration. Sources: Xray-core v26.7.11 (infra/conf: validateOutboundTransportSecurity,
 * transport_security.go, transport_method.go), sing-box and mihomo documents.
 */
export type LintCode =
  | "host_is_not_one"
  | "unencrypted_to_public"
  | "flow_needs_tcp_and_tls"
  | "reality_key_is_not_32_bytes"
  | "reality_needs_tcp_grpc_or_xhttp"
  | "reality_only_for_vless_and_trojan"
  | "grpc_needs_tls"
  | "alpn_does_not_fit"
  | "key_is_not_32_bytes"
  | "shadowsocks_key_has_wrong_length"
  | "download_settings_with_stream_one"
  | "address_without_mask";
