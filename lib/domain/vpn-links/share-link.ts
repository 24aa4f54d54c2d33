import { shadowsocksLink } from "./shadowsocks-link";
import { trojanLink } from "./trojan-link";
import type { ConnectionProfile } from "./types";
import { vlessLink } from "./vless-link";
import { vmessLink } from "./vmess-link";
import { wireguardLink } from "./wireguard-link";

/** The one line that a person pastes into an app. A secret. */
export function shareLink(profile: ConnectionProfile): string {
  switch (profile.protocol) {
    case "VLESS":
      return vlessLink(profile);
    case "VMESS":
      return vmessLink(profile);
    case "TROJAN":
      return trojanLink(profile);
    case "SHADOWSOCKS":
      return shadowsocksLink(profile);
    case "WIREGUARD":
      return wireguardLink(profile);
  }
}
