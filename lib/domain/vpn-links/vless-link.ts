import { hostInLink } from "./addresses";
import { encodeName, encodePart, linkQuery } from "./link-query";
import { streamText } from "./stream-query";
import type { VlessProfile } from "./types";

/** vless:// (XTLS/Xray-core discussion 716): every value encoded, no key twice, port always there. */
export function vlessLink(profile: VlessProfile): string {
  const own = linkQuery([
    ["encryption", profile.encryption],
    ["flow", profile.flow],
  ]);
  const query = `${own}&${streamText(profile.transport, profile.security)}`;
  return `vless://${encodePart(profile.uuid)}@${hostInLink(profile.host)}:${profile.port}?${query}#${encodeName(profile.name)}`;
}
