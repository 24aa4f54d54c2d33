import { mihomoProxy } from "./mihomo-proxy";
import { isNotice } from "./notice-profiles";
import type { ConnectionProfile } from "./types";
import { withUniqueNames } from "./unique-names";

/** Names that a location may not have in a Mihomo document, because groups and built-in proxies have them. */
export const MIHOMO_RESERVED = ["PROXY", "AUTO", "DIRECT", "REJECT", "GLOBAL", "PASS", "COMPATIBLE"] as const;

const RESOLVER = "https://1.1.1.1/dns-query";

/**
 * A Mihomo configuration as an object; the endpoint writes it as YAML with every text quoted, because YAML would read a
 * short id of digits as a number.
 */
export function mihomoDocument(
  profiles: readonly ConnectionProfile[],
  { xhttp }: { /** Mihomo knows XHTTP since 1.19.22. */ xhttp: boolean },
): Record<string, unknown> {
  const known = withUniqueNames(profiles, MIHOMO_RESERVED).filter(
    (profile) => xhttp || !("transport" in profile) || profile.transport.kind !== "xhttp",
  );
  const proxies = known.map(mihomoProxy).filter((proxy) => proxy !== null);
  const names = proxies.map((proxy) => proxy.name);
  const silent = new Set(known.filter((profile) => !isNotice(profile)).map(({ name }) => name));
  const dialled = names.filter((name) => typeof name === "string" && silent.has(name));
  return {
    "mixed-port": 7890,
    "allow-lan": false,
    mode: "rule",
    "log-level": "warning",
    ipv6: true,
    "unified-delay": true,
    dns: {
      enable: true,
      "enhanced-mode": "fake-ip",
      "fake-ip-range": "198.18.0.1/16",
      nameserver: [RESOLVER],
      "proxy-server-nameserver": [RESOLVER],
    },
    proxies,
    "proxy-groups": [
      { name: "PROXY", type: "select", proxies: [...(names.length > 0 ? ["AUTO"] : []), ...names, "DIRECT"] },
      ...(names.length > 0
        ? [
            {
              name: "AUTO",
              type: "url-test",
              proxies: dialled.length > 0 ? dialled : names,
              url: "https://www.gstatic.com/generate_204",
              interval: 300,
              tolerance: 50,
            },
          ]
        : []),
    ],
    rules: ["GEOIP,private,DIRECT,no-resolve", "MATCH,PROXY"],
  };
}
