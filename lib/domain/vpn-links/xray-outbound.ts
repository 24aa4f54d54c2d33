import { plainHost } from "./addresses";
import { defaultAlpn } from "./default-alpn";
import { pathWithEarlyData } from "./stream-query";
import type { ConnectionProfile, Security, Transport } from "./types";

type Fields = Record<string, unknown>;

function securityFields(security: Security, transport: Transport): Fields {
  if (security.kind === "none") return { security: "none" };
  if (security.kind === "tls") {
    const alpn = security.alpn.length > 0 ? security.alpn : defaultAlpn(transport);
    return {
      security: "tls",
      tlsSettings: {
        serverName: security.serverName,
        fingerprint: security.fingerprint,
        ...(alpn.length > 0 ? { alpn: [...alpn] } : {}),
      },
    };
  }
  return {
    security: "reality",
    realitySettings: {
      serverName: security.serverName,
      fingerprint: security.fingerprint,
      publicKey: security.publicKey,
      shortId: security.shortId,
      spiderX: security.spiderPath,
    },
  };
}

function transportFields(transport: Transport): Fields {
  switch (transport.kind) {
    case "tcp":
      return { network: "tcp" };
    case "ws":
      return {
        network: "ws",
        wsSettings: {
          path: pathWithEarlyData(transport),
          ...(transport.host ? { headers: { Host: transport.host } } : {}),
        },
      };
    case "grpc":
      return {
        network: "grpc",
        grpcSettings: {
          serviceName: transport.serviceName,
          multiMode: transport.mode === "multi",
          ...(transport.authority ? { authority: transport.authority } : {}),
        },
      };
    case "httpupgrade":
      return {
        network: "httpupgrade",
        httpupgradeSettings: {
          path: transport.path,
          ...(transport.host ? { host: transport.host } : {}),
        },
      };
    case "xhttp":
      return {
        network: "xhttp",
        xhttpSettings: {
          path: transport.path,
          ...(transport.host ? { host: transport.host } : {}),
          mode: transport.mode,
          ...(transport.extra ? { extra: transport.extra } : {}),
        },
      };
  }
}

/**
 * The outbound of one Xray configuration, in the `vnext`/`servers` form, which Xray and V2Ray both read; the flat form is
 * refused by V2Ray ("vnext" is empty).
 */
export function xrayOutbound(profile: ConnectionProfile): Fields {
  const address = plainHost(profile.host) ?? profile.host;
  const { port } = profile;
  const stream = () =>
    "transport" in profile
      ? {
          streamSettings: {
            ...transportFields(profile.transport),
            ...securityFields(profile.security, profile.transport),
          },
        }
      : {};
  switch (profile.protocol) {
    case "VLESS": {
      const user = {
        id: profile.uuid,
        encryption: profile.encryption,
        ...(profile.flow ? { flow: profile.flow } : {}),
      };
      return {
        tag: "proxy",
        protocol: "vless",
        settings: { vnext: [{ address, port, users: [user] }] },
        ...stream(),
      };
    }
    case "VMESS":
      return {
        tag: "proxy",
        protocol: "vmess",
        settings: {
          vnext: [{ address, port, users: [{ id: profile.uuid, alterId: 0, security: "auto" }] }],
        },
        ...stream(),
      };
    case "TROJAN":
      return {
        tag: "proxy",
        protocol: "trojan",
        settings: { servers: [{ address, port, password: profile.password }] },
        ...stream(),
      };
    case "SHADOWSOCKS":
      return {
        tag: "proxy",
        protocol: "shadowsocks",
        settings: { servers: [{ address, port, method: profile.method, password: profile.password }] },
      };
    case "WIREGUARD":
      return {
        tag: "proxy",
        protocol: "wireguard",
        settings: {
          secretKey: profile.privateKey,
          address: [...profile.addresses],
          mtu: profile.mtu,
          peers: [
            {
              publicKey: profile.publicKey,
              ...(profile.presharedKey ? { preSharedKey: profile.presharedKey } : {}),
              endpoint: `${address.includes(":") ? `[${address}]` : address}:${port}`,
              keepAlive: profile.keepaliveSeconds,
              allowedIPs: ["0.0.0.0/0", "::/0"],
            },
          ],
        },
      };
  }
}
