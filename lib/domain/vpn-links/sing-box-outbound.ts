import { plainHost } from "./addresses";
import { defaultAlpn } from "./default-alpn";
import type { ConnectionProfile, Security, Transport, WireguardProfile } from "./types";

type Fields = Record<string, unknown>;

function tlsFields(security: Security, transport: Transport): Fields {
  if (security.kind === "none") return {};
  const alpn =
    security.kind === "tls" ? (security.alpn.length > 0 ? security.alpn : defaultAlpn(transport)) : [];
  return {
    tls: {
      enabled: true,
      server_name: security.serverName,
      ...(alpn.length > 0 ? { alpn: [...alpn] } : {}),
      utls: { enabled: true, fingerprint: security.fingerprint },
      ...(security.kind === "reality"
        ? { reality: { enabled: true, public_key: security.publicKey, short_id: security.shortId } }
        : {}),
    },
  };
}

/** sing-box.sagernet.org, V2Ray transport; null for XHTTP, which sing-box does not have. */
function transportFields(transport: Transport): Fields | null {
  switch (transport.kind) {
    case "tcp":
      return {};
    case "ws":
      return {
        transport: {
          type: "ws",
          path: transport.path,
          ...(transport.host ? { headers: { Host: transport.host } } : {}),
          ...(transport.earlyDataBytes
            ? {
                max_early_data: transport.earlyDataBytes,
                early_data_header_name: "Sec-WebSocket-Protocol",
              }
            : {}),
        },
      };
    case "grpc":
      return { transport: { type: "grpc", service_name: transport.serviceName } };
    case "httpupgrade":
      return {
        transport: {
          type: "httpupgrade",
          path: transport.path,
          ...(transport.host ? { host: transport.host } : {}),
        },
      };
    case "xhttp":
      return null;
  }
}

/** One entry of `outbounds`. Null for what sing-box does not know; WireGuard is an endpoint there. */
export function singBoxOutbound(profile: ConnectionProfile): Fields | null {
  const base = {
    tag: profile.name,
    server: plainHost(profile.host) ?? profile.host,
    server_port: profile.port,
  };
  if (profile.protocol === "WIREGUARD") return null;
  if (profile.protocol === "SHADOWSOCKS") {
    return { ...base, type: "shadowsocks", method: profile.method, password: profile.password };
  }
  const transport = transportFields(profile.transport);
  if (transport === null) return null;
  const stream = { ...tlsFields(profile.security, profile.transport), ...transport };
  switch (profile.protocol) {
    case "VLESS":
      // sing-box has no VLESS encryption.
      if (profile.encryption !== "none") return null;
      return {
        ...base,
        type: "vless",
        uuid: profile.uuid,
        ...(profile.flow ? { flow: profile.flow } : {}),
        packet_encoding: "xudp",
        ...stream,
      };
    case "VMESS":
      return { ...base, type: "vmess", uuid: profile.uuid, security: "auto", alter_id: 0, ...stream };
    case "TROJAN":
      return { ...base, type: "trojan", password: profile.password, ...stream };
  }
}

/** One entry of `endpoints`: WireGuard left the outbounds in sing-box 1.13. */
export function singBoxWireguard(profile: WireguardProfile): Fields {
  return {
    type: "wireguard",
    tag: profile.name,
    system: false,
    mtu: profile.mtu,
    address: [...profile.addresses],
    private_key: profile.privateKey,
    peers: [
      {
        address: plainHost(profile.host) ?? profile.host,
        port: profile.port,
        public_key: profile.publicKey,
        ...(profile.presharedKey ? { pre_shared_key: profile.presharedKey } : {}),
        allowed_ips: ["0.0.0.0/0", "::/0"],
        persistent_keepalive_interval: profile.keepaliveSeconds,
      },
    ],
  };
}
