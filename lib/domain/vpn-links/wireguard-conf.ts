import { hostInLink } from "./addresses";
import type { WireguardProfile } from "./types";

/** wg-quick's file, which every official app imports. */
export function wireguardConf(profile: WireguardProfile): string {
  const lines = [
    "[Interface]",
    `PrivateKey = ${profile.privateKey}`,
    `Address = ${profile.addresses.join(", ")}`,
    ...(profile.dns.length > 0 ? [`DNS = ${profile.dns.join(", ")}`] : []),
    `MTU = ${profile.mtu}`,
    "",
    "[Peer]",
    `PublicKey = ${profile.publicKey}`,
    ...(profile.presharedKey ? [`PresharedKey = ${profile.presharedKey}`] : []),
    "AllowedIPs = 0.0.0.0/0, ::/0",
    `Endpoint = ${hostInLink(profile.host)}:${profile.port}`,
    ...(profile.keepaliveSeconds > 0 ? [`PersistentKeepalive = ${profile.keepaliveSeconds}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** A file's name becomes the tunnel's: at most 15 characters of this alphabet. */
export function wireguardFileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_=+.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 15);
  return `${plain || "vpn"}.conf`;
}
