import { hostInLink } from "./addresses";
import { encodePart, linkQuery } from "./link-query";
import { streamQuery } from "./stream-query";
import type { VlessProfile } from "./types";

/** vless:// (XTLS/Xray-core discussion 716): every value encoded, no key twice, port always there. */
export function vlessLink(profile: VlessProfile): string {
  const query = linkQuery([
    ["encryption", profile.encryption],
    ["flow", profile.flow],
    ...streamQuery(profile.transport, profile.security),
  ]);
  return `vless://${encodePart(profile.uuid)}@${hostInLink(profile.host)}:${profile.port}?${query}#${encodePart(profile.name)}`;
}
