import { hostInLink } from "./addresses";
import { encodeName, encodePart } from "./link-query";
import type { ShadowsocksProfile } from "./types";

/**
 * ss:// of SIP002. The user part of the AEAD methods is base64url without padding; of the 2022 methods (SIP022) it must not
 * be base64: method and password are percent-encoded.
 */
export function shadowsocksLink(profile: ShadowsocksProfile): string {
  const user = profile.method.startsWith("2022-")
    ? `${encodePart(profile.method)}:${encodePart(profile.password)}`
    : Buffer.from(`${profile.method}:${profile.password}`, "utf8").toString("base64url");
  return `ss://${user}@${hostInLink(profile.host)}:${profile.port}#${encodeName(profile.name)}`;
}
