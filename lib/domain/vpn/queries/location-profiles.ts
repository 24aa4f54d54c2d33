import type { SubscriptionCredential, UserConfig, VpnInbound, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { buildProfile } from "@/lib/domain/vpn-links/build-profile";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { parseCredential, serverCredential } from "../credential";
import { locationName } from "../location-name";
import { tunnelAddressOf } from "../panel-account";
import { templateOf } from "./inbound-template";

interface LocatedRow {
  credentials: SubscriptionCredential[];
  configs: (UserConfig & { inbound: VpnInbound; server: VpnServer })[];
}

/** Holds secrets. */
export interface LocatedProfile {
  configId: string;
  serverId: string;
  profile: ConnectionProfile;
}

/**
 * Every configuration of a subscription that can be dialled: its server is up and knows the account, and current cores take
 * it, because one that they refuse would break the whole list in some apps.
 */
export function locationProfiles(
  { cipher }: Pick<KernelDeps, "cipher">,
  row: LocatedRow,
  locale: string,
): LocatedProfile[] {
  return row.credentials
    .filter(({ actualState }) => actualState === "ACTIVE")
    .flatMap((credential) => {
      const stored = parseCredential(cipher.decrypt(credential.ciphertext));
      return row.configs
        .filter(({ server }) => server.panelId === credential.panelId && server.status === "ONLINE")
        .flatMap(({ id, inbound, server, protocol }) => {
          const template = templateOf(inbound.template);
          if (!template) return [];
          const tunnel = tunnelAddressOf([template], credential.tunnelAddress);
          const endpoint = { name: locationName(server, protocol, locale), host: server.domain };
          const profile = buildProfile(endpoint, template, serverCredential(stored, tunnel));
          return profile && lintProfile(profile).length === 0
            ? [{ configId: id, serverId: server.id, profile }]
            : [];
        });
    });
}
