import type { ConfigProtocol } from "./types";

const FLAG_BASE = 0x1f1e6;

/** "DE": the two letters of a flag. */
export const flagOf = (countryCode: string): string =>
  [...countryCode].map((letter) => String.fromCodePoint(FLAG_BASE + letter.charCodeAt(0) - 65)).join("");

const PROTOCOL_NAMES: Record<ConfigProtocol, string> = {
  VLESS: "VLESS",
  VMESS: "VMess",
  TROJAN: "Trojan",
  SHADOWSOCKS: "Shadowsocks",
  WIREGUARD: "WireGuard",
};

export interface LocationWords {
  countryCode: string;
  location: string;
  locationFa: string;
  locationPt: string;
}

/** The place in the reader's language; English where nobody wrote another. */
export function placeName(server: LocationWords, locale: string): string {
  const own = locale === "fa" ? server.locationFa : locale === "pt-BR" ? server.locationPt : "";
  return own || server.location;
}

/** What apps list: "🇩🇪 Frankfurt · VLESS". */
export const locationName = (server: LocationWords, protocol: ConfigProtocol, locale: string): string =>
  `${flagOf(server.countryCode)} ${placeName(server, locale)} · ${PROTOCOL_NAMES[protocol]}`;
