import { plainHost } from "./addresses";
import { defaultAlpn } from "./default-alpn";
import type { ConnectionProfile, Security, Transport } from "./types";

type Fields = Record<string, unknown>;

const EARLY_DATA_HEADER = "Sec-WebSocket-Protocol";

/** Mihomo's names of a transport (wiki.metacubex.one, transport); HTTPUpgrade is a flag of its WebSocket. */
function transportFields(transport: Transport): Fields {
  const headers = (host: string) => (host ? { headers: { Host: host } } : {});
  switch (transport.kind) {
    case "tcp":
      return { network: "tcp" };
    case "ws":
      return {
        network: "ws",
        "ws-opts": {
          path: transport.path,
          ...headers(transport.host),
          ...(transport.earlyDataBytes
            ? { "max-early-data": transport.earlyDataBytes, "early-data-header-name": EARLY_DATA_HEADER }
            : {}),
        },
      };
    case "grpc":
      return { network: "grpc", "grpc-opts": { "grpc-service-name": transport.serviceName } };
    case "httpupgrade":
      return {
        network: "ws",
        "ws-opts": { path: transport.path, ...headers(transport.host), "v2ray-http-upgrade": true },
      };
    case "xhttp":
      return {
        network: "xhttp",
        "xhttp-opts": {
          path: transport.path,
          ...(transport.host ? { host: transport.host } : {}),
          mode: transport.mode,
        },
      };
  }
}

/** TLS and REALITY; Trojan's name of the server is `sni`, the others' `servername`. */
function securityFields(security: Security, transport: Transport, nameField: "servername" | "sni"): Fields {
  if (security.kind === "none") return {};
  const alpn =
    security.kind === "tls" ? (security.alpn.length > 0 ? security.alpn : defaultAlpn(transport)) : [];
  return {
    ...(nameField === "servername" ? { tls: true } : {}),
    [nameField]: security.serverName,
    "client-fingerprint": security.fingerprint,
    ...(alpn.length > 0 ? { alpn: [...alpn] } : {}),
    ...(security.kind === "reality"
      ? { "reality-opts": { "public-key": security.publicKey, "short-id": security.shortId } }
      : {}),
  };
}

/** One entry of `proxies:`. Null for what Mihomo does not know (XHTTP is VLESS only there). */
export function mihomoProxy(profile: ConnectionProfile): Fields | null {
  const server = plainHost(profile.host) ?? profile.host;
  const base = { name: profile.name, server, port: profile.port, udp: true };
  switch (profile.protocol) {
    case "VLESS":
      return {
        ...base,
        type: "vless",
        uuid: profile.uuid,
        ...(profile.encryption === "none" ? {} : { encryption: profile.encryption }),
        ...(profile.flow ? { flow: profile.flow } : {}),
        ...securityFields(profile.security, profile.transport, "servername"),
        ...transportFields(profile.transport),
      };
    case "VMESS":
      if (profile.transport.kind === "xhttp") return null;
      return {
        ...base,
        type: "vmess",
        uuid: profile.uuid,
        alterId: 0,
        cipher: "auto",
        ...securityFields(profile.security, profile.transport, "servername"),
        ...transportFields(profile.transport),
      };
    case "TROJAN":
      if (profile.transport.kind === "xhttp" || profile.security.kind === "none") return null;
      return {
        ...base,
        type: "trojan",
        password: profile.password,
        ...securityFields(profile.security, profile.transport, "sni"),
        ...(profile.transport.kind === "tcp" ? {} : transportFields(profile.transport)),
      };
    case "SHADOWSOCKS":
      return { ...base, type: "ss", cipher: profile.method, password: profile.password };
    case "WIREGUARD": {
      const v4 = profile.addresses.find((address) => !address.includes(":"));
      const v6 = profile.addresses.find((address) => address.includes(":"));
      return {
        ...base,
        type: "wireguard",
        ...(v4 ? { ip: v4.replace(/\/\d+$/, "") } : {}),
        ...(v6 ? { ipv6: v6.replace(/\/\d+$/, "") } : {}),
        "private-key": profile.privateKey,
        "public-key": profile.publicKey,
        ...(profile.presharedKey ? { "pre-shared-key": profile.presharedKey } : {}),
        "allowed-ips": ["0.0.0.0/0", "::/0"],
        mtu: profile.mtu,
        "persistent-keepalive": profile.keepaliveSeconds,
      };
    }
  }
}
