import { hostInLink } from "./addresses";
import { encodeName, encodePart } from "./link-query";
import { streamText } from "./stream-query";
import type { TrojanProfile } from "./types";

/** trojan://, with its security always named: what is left out means TLS to some apps and nothing to others. */
export function trojanLink(profile: TrojanProfile): string {
  const query = streamText(profile.transport, profile.security);
  return `trojan://${encodePart(profile.password)}@${hostInLink(profile.host)}:${profile.port}?${query}#${encodeName(profile.name)}`;
}
