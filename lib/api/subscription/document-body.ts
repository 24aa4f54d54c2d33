import { stringify } from "yaml";
import type { SubscriptionFormat } from "@/lib/domain/vpn-links/document-format";
import { mihomoDocument } from "@/lib/domain/vpn-links/mihomo-document";
import { outlineDocument, outlineNotice } from "@/lib/domain/vpn-links/outline-document";
import { shareLink } from "@/lib/domain/vpn-links/share-link";
import { singBoxDocument } from "@/lib/domain/vpn-links/sing-box-document";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { withUniqueNames } from "@/lib/domain/vpn-links/unique-names";
import { wireguardConf } from "@/lib/domain/vpn-links/wireguard-conf";
import { xrayDocuments } from "@/lib/domain/vpn-links/xray-document";

/** Every text quoted: YAML would read a short id of digits as a number. */
const YAML_STYLE = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 } as const;

function links(profiles: readonly ConnectionProfile[]): string {
  return withUniqueNames(profiles).map(shareLink).join("\n");
}

/**
 * The document an app asked for; `notices` are the lines of one that connects nowhere. Null when the format cannot say it: a
 * WireGuard file without a WireGuard location, an Outline key without a Shadowsocks one.
 */
export function documentBody(
  format: SubscriptionFormat,
  profiles: readonly ConnectionProfile[],
  { xhttp, notices }: { xhttp: boolean; notices: readonly string[] },
): string | null {
  switch (format) {
    case "base64":
      return Buffer.from(links(profiles), "utf8").toString("base64");
    case "links":
      return links(profiles);
    case "mihomo":
      return stringify(mihomoDocument(profiles, { xhttp }), YAML_STYLE);
    case "sing-box":
      return JSON.stringify(singBoxDocument(profiles));
    case "xray":
      return JSON.stringify(xrayDocuments(profiles));
    case "wireguard": {
      const profile = profiles.find(({ protocol }) => protocol === "WIREGUARD");
      return profile?.protocol === "WIREGUARD" ? wireguardConf(profile) : null;
    }
    case "outline": {
      const said = notices.length > 0 ? outlineNotice(notices) : outlineDocument(profiles);
      return said && JSON.stringify(said);
    }
  }
}
