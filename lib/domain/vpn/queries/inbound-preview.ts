import { CORE_OF_APP, canDial } from "@/lib/domain/vpn-links/app-capabilities";
import { buildProfile } from "@/lib/domain/vpn-links/build-profile";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import { shareLink } from "@/lib/domain/vpn-links/share-link";
import type { InboundTemplate, ServerCredential } from "@/lib/domain/vpn-links/types";
import { tunnelAddressOf } from "../panel-account";
import type { InboundPreview } from "../staff-types";

const KEY = Buffer.alloc(32, 1).toString("base64");

/** Nobody's secrets, in the shape of everybody's. */
function exampleCredential(template: InboundTemplate): ServerCredential {
  const address = tunnelAddressOf([template], 1);
  return {
    uuid: "00000000-0000-4000-8000-000000000000",
    password: "example-password",
    shadowsocksKey: KEY,
    wireguard: address ? { privateKey: KEY, publicKey: KEY, presharedKey: KEY, addresses: [address] } : null,
  };
}

/** What an inbound of a server will be for customers, before anybody has it. */
export function previewInbound(
  server: { name: string; domain: string },
  template: InboundTemplate,
): InboundPreview {
  const endpoint = { name: server.name, host: server.domain };
  const profile = buildProfile(endpoint, template, exampleCredential(template));
  const about = { tag: template.tag, protocol: template.protocol };
  if (!profile) return { ...about, link: null, problems: [], appsWithout: Object.keys(CORE_OF_APP) };
  const problems = lintProfile(profile);
  return {
    ...about,
    link: problems.includes("host_is_not_one") ? null : shareLink(profile),
    problems,
    appsWithout: Object.entries(CORE_OF_APP)
      .filter(([, core]) => !canDial(core, profile))
      .map(([app]) => app),
  };
}
