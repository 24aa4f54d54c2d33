import type { ConfigProtocol } from "@/lib/domain/vpn/types";

/** Names of protocols, the same in every language. */
export const PROTOCOL_NAMES: Record<ConfigProtocol, string> = {
  VLESS: "VLESS",
  VMESS: "VMess",
  TROJAN: "Trojan",
  SHADOWSOCKS: "Shadowsocks",
  WIREGUARD: "WireGuard",
};
