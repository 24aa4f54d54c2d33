import { hostInLink } from "./addresses";
import { encodeName, encodePart, linkQuery } from "./link-query";
import type { WireguardProfile } from "./types";

/**
 * wireguard://: no specification exists; this form is read by v2rayNG (WireguardFmt.kt) and by Hiddify (ray2sing awg.go).
 * Addresses keep their mask: Hiddify would take /24 without one.
 */
export function wireguardLink(profile: WireguardProfile): string {
  const query = linkQuery([
    ["publickey", profile.publicKey],
    ["presharedkey", profile.presharedKey ?? undefined],
    ["address", profile.addresses.join(",")],
    ["mtu", String(profile.mtu)],
    ["reserved", "0,0,0"],
    ["keepalive", String(profile.keepaliveSeconds)],
  ]);
  return `wireguard://${encodePart(profile.privateKey)}@${hostInLink(profile.host)}:${profile.port}?${query}#${encodeName(profile.name)}`;
}
