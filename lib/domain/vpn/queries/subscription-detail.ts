import { z } from "zod";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { CORE_OF_APP, canDial } from "@/lib/domain/vpn-links/app-capabilities";
import { CLIENT_APPS, PLATFORMS } from "@/lib/domain/vpn-links/client-links";
import { shareLink } from "@/lib/domain/vpn-links/share-link";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { recommendedOf } from "../placement";
import { isTokenShaped, tokenHash } from "../subscription-token";
import type { LocationView, PlatformApps, SubscriptionDetail } from "../types";
import { locationProfiles } from "./location-profiles";
import { toPlace } from "./plans";
import { readUsageDays } from "./subscription-usage";
import { readyServers, type SubscriptionRow, toSubscriptionView, WITH_STATE } from "./subscription-view";

type Reads = Pick<KernelDeps, "db" | "clock" | "cipher">;

const dials = (appId: string, profile: ConnectionProfile): boolean => {
  const core = CORE_OF_APP[appId];
  return core !== undefined && canDial(core, profile);
};

const namesOf = (fits: (appId: string) => boolean): string[] =>
  CLIENT_APPS.filter(({ id }) => fits(id)).map(({ name }) => name);

/** The locations with their configurations; links only while access lasts. */
function toLocations(deps: Reads, row: SubscriptionRow, locale: string): LocationView[] {
  const hasAccess = row.status === "ACTIVE" && row.exhaustedAt === null;
  const located = hasAccess ? locationProfiles(deps, row, locale) : [];
  const profiles = new Map(located.map(({ configId, profile }) => [configId, profile]));
  const ready = hasAccess ? readyServers(row) : new Set<string>();
  const servers = new Map(row.configs.map(({ server }) => [server.id, server]));
  const recommended = recommendedOf([...servers.values()], row.serverId);
  return [...servers.values()].map((server) => ({
    ...toPlace(server, locale, recommended),
    isReady: ready.has(server.id),
    configs: row.configs
      .filter(({ serverId }) => serverId === server.id)
      .map(({ id, protocol }) => {
        const profile = profiles.get(id);
        return {
          id,
          protocol,
          link: profile ? shareLink(profile) : null,
          apps: profile ? namesOf((app) => dials(app, profile)) : [],
          otherApps: profile ? namesOf((app) => !dials(app, profile)) : [],
        };
      }),
  }));
}

async function toDetail(
  deps: Reads,
  row: SubscriptionRow,
  token: string,
  locale: string,
): Promise<SubscriptionDetail> {
  const until = row.oldTokenHash === null ? null : row.oldTokenUntil;
  const isOldLinkAlive = until !== null && until > deps.clock.now();
  return {
    ...toSubscriptionView(row, locale, deps.clock.now()),
    token,
    oldLinkUntil: isOldLinkAlive ? until.toISOString() : null,
    places: toLocations(deps, row, locale),
    usage: await readUsageDays(deps, row.id, locale),
  };
}

/** One's own subscription with its link and configurations; null for a missing one and for somebody else's. */
export async function getOwnSubscription(
  deps: Reads,
  scope: CustomerScope,
  id: string,
  locale: string,
): Promise<SubscriptionDetail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await deps.db.subscription.findFirst({
    where: { id, userId: scope.userId },
    include: WITH_STATE,
  });
  return row && toDetail(deps, row, deps.cipher.decrypt(row.tokenCiphertext), locale);
}

/** What opens each app with a subscription's address, by platform. */
export function platformApps(url: string, name: string): PlatformApps[] {
  return PLATFORMS.map((platform) => ({
    platform,
    apps: CLIENT_APPS.filter(({ platforms }) => platforms.includes(platform)).map((app) => ({
      id: app.id,
      name: app.name,
      installUrl: app.install[platform] ?? null,
      deepLink: app.deepLink(url, name),
    })),
  }));
}

/** The same for whoever holds the secret link; null for a token nobody has. It shows the link that was used, not its successor. */
export async function getSharedSubscription(
  deps: Reads,
  token: string,
  locale: string,
): Promise<SubscriptionDetail | null> {
  if (!isTokenShaped(token)) return null;
  const hash = tokenHash(token);
  const row = await deps.db.subscription.findFirst({
    where: {
      OR: [{ tokenHash: hash }, { oldTokenHash: hash, oldTokenUntil: { gt: deps.clock.now() } }],
    },
    include: WITH_STATE,
  });
  return row && toDetail(deps, row, token, locale);
}
