import { hostInLink } from "./addresses";
import { encodePart, linkQuery } from "./link-query";
import { streamQuery } from "./stream-query";
import type { TrojanProfile } from "./types";

/** trojan://, with its security always named: what is left out means TLS to some apps and nothing to others. */
export function trojanLink(profile: TrojanProfile): string {
  const query = linkQuery(streamQuery(profile.transport, profile.security));
  return `trojan://${encodePart(profile.password)}@${hostInLink(profile.host)}:${profile.port}?${query}#${encodePart(profile.name)}`;
}
