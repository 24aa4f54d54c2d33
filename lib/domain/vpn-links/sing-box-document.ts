import { isNotice } from "./notice-profiles";
import { singBoxOutbound, singBoxWireguard } from "./sing-box-outbound";
import type { ConnectionProfile } from "./types";
import { withUniqueNames } from "./unique-names";

/** Tags that a location may not have in a sing-box document. */
const SING_BOX_RESERVED = ["proxy", "auto", "direct", "tun-in", "mixed-in", "remote", "local"] as const;

/**
 * A sing-box configuration of 1.12 and later: typed DNS servers, rule actions instead of block and dns outbounds, WireGuard
 * as endpoint (docs/migration.md).
 */
export function singBoxDocument(locations: readonly ConnectionProfile[]): Record<string, unknown> {
  const profiles = withUniqueNames(locations, SING_BOX_RESERVED);
  const outbounds = profiles.map(singBoxOutbound).filter((outbound) => outbound !== null);
  const endpoints = profiles.flatMap((profile) =>
    profile.protocol === "WIREGUARD" ? [singBoxWireguard(profile)] : [],
  );
  const tags = [...outbounds, ...endpoints].map(({ tag }) => tag);
  const silent = new Set(profiles.filter((profile) => !isNotice(profile)).map(({ name }) => name));
  const dialled = tags.filter((tag) => typeof tag === "string" && silent.has(tag));
  const automatic =
    tags.length > 0
      ? [
          {
            type: "urltest",
            tag: "auto",
            outbounds: dialled.length > 0 ? dialled : tags,
            url: "https://www.gstatic.com/generate_204",
            interval: "5m",
            tolerance: 50,
          },
        ]
      : [];
  return {
    log: { level: "warn" },
    dns: {
      servers: [
        { type: "https", tag: "remote", server: "1.1.1.1", ...(tags.length > 0 ? { detour: "proxy" } : {}) },
        { type: "local", tag: "local" },
      ],
      final: "remote",
      strategy: "prefer_ipv4",
    },
    inbounds: [
      {
        type: "tun",
        tag: "tun-in",
        address: ["172.19.0.1/30", "fdfe:dcba:9876::1/126"],
        mtu: 1500,
        auto_route: true,
        strict_route: true,
        stack: "mixed",
      },
      { type: "mixed", tag: "mixed-in", listen: "127.0.0.1", listen_port: 2080 },
    ],
    outbounds: [
      {
        type: "selector",
        tag: "proxy",
        outbounds: tags.length > 0 ? ["auto", ...tags] : ["direct"],
        default: tags.length > 0 ? "auto" : "direct",
      },
      ...automatic,
      ...outbounds,
      { type: "direct", tag: "direct" },
    ],
    ...(endpoints.length > 0 ? { endpoints } : {}),
    route: {
      rules: [
        { action: "sniff" },
        { protocol: "dns", action: "hijack-dns" },
        { ip_is_private: true, outbound: "direct" },
      ],
      final: "proxy",
      auto_detect_interface: true,
      // A server that is a domain must be resolved outside the tunnel.
      default_domain_resolver: "local",
    },
  };
}
