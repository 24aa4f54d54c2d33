import type { SubscriptionCredential, UserConfig, VpnInbound, VpnServer } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { buildProfile } from "@/lib/domain/vpn-links/build-profile";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { parseCredential, type StoredCredential, serverCredential } from "../credential";
import { locationName } from "../location-name";
import { tunnelAddressOf } from "../panel-account";
import { type ServedInbound, servedInbound } from "./served-inbounds";

/** An account that its panel has. */
type DialledAccount = Pick<SubscriptionCredential, "panelId" | "ciphertext" | "tunnelAddress">;

export interface LocatedConfig {
  /** Names it in what comes out. */
  id: string;
  inbound: ServedInbound;
}

/** Holds secrets. */
export interface LocatedProfile {
  configId: string;
  serverId: string;
  profile: ConnectionProfile;
}

/**
 * Every configuration of a subscription that can be dialled, in the order given: its server is up and knows the account, and current cores take
 * it, because one that they refuse would break the whole list in some apps.
 */
export function dialledProfiles(
  { cipher }: Pick<KernelDeps, "cipher">,
  accounts: readonly DialledAccount[],
  configs: readonly LocatedConfig[],
  locale: string,
): LocatedProfile[] {
  const secrets = new Map(
    accounts.map(({ panelId, ciphertext, tunnelAddress }) => [panelId, { ciphertext, tunnelAddress }]),
  );
  const opened = new Map<string, StoredCredential>();
  return configs.flatMap(({ id, inbound: { template, server, protocol } }) => {
    const secret = secrets.get(server.panelId);
    if (!secret || !template || server.status !== "ONLINE") return [];
    const stored = opened.get(server.panelId) ?? parseCredential(cipher.decrypt(secret.ciphertext));
    opened.set(server.panelId, stored);
    const tunnel = tunnelAddressOf([template], secret.tunnelAddress);
    const endpoint = { name: locationName(server, protocol, locale), host: server.domain };
    const profile = buildProfile(endpoint, template, serverCredential(stored, tunnel));
    return profile && lintProfile(profile).length === 0
      ? [{ configId: id, serverId: server.id, profile }]
      : [];
  });
}

interface LocatedRow {
  credentials: SubscriptionCredential[];
  configs: (UserConfig & { inbound: VpnInbound; server: VpnServer })[];
}

/** The same of a subscription that was read with everything it has. */
export function locationProfiles(
  deps: Pick<KernelDeps, "cipher">,
  { credentials, configs }: LocatedRow,
  locale: string,
): LocatedProfile[] {
  return dialledProfiles(
    deps,
    credentials.filter(({ actualState }) => actualState === "ACTIVE"),
    configs.map(({ id, inbound, server }) => ({ id, inbound: servedInbound(inbound, server) })),
    locale,
  );
}
