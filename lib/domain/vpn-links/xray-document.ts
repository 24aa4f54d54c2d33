import type { ConnectionProfile } from "./types";
import { withUniqueNames } from "./unique-names";
import { xrayOutbound } from "./xray-outbound";

/**
 * One complete Xray configuration per location, each with its `remarks`, as the apps read a subscription of Xray JSON. No
 * geoip rules: they need a data file that not every app ships.
 */
export function xrayDocuments(profiles: readonly ConnectionProfile[]): Record<string, unknown>[] {
  return withUniqueNames(profiles).map((profile) => ({
    remarks: profile.name,
    log: { loglevel: "warning" },
    inbounds: [
      {
        tag: "socks",
        listen: "127.0.0.1",
        port: 10808,
        protocol: "socks",
        settings: { udp: true, auth: "noauth" },
        sniffing: { enabled: true, destOverride: ["http", "tls"] },
      },
      { tag: "http", listen: "127.0.0.1", port: 10809, protocol: "http", settings: {} },
    ],
    outbounds: [
      xrayOutbound(profile),
      { tag: "direct", protocol: "freedom", settings: {} },
      { tag: "block", protocol: "blackhole", settings: {} },
    ],
    routing: {
      domainStrategy: "AsIs",
      rules: [
        {
          type: "field",
          ip: ["10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"],
          outboundTag: "direct",
        },
      ],
    },
  }));
}
