import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { buildProfile } from "@/lib/domain/vpn-links/build-profile";
import { lintProfile } from "@/lib/domain/vpn-links/lint-profile";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { parseCredential, serverCredential } from "../credential";
import { locationName } from "../location-name";
import { tunnelAddressOf } from "../panel-account";
import { isTokenShaped, tokenHash } from "../subscription-token";
import { type SubscriptionWord, subscriptionWord } from "../subscription-words";
import { templateOf } from "./inbound-template";

/** What an app gets for a secret link. Holds secrets. */
export interface SubscriptionContent {
  id: string;
  number: number;
  userId: string;
  /** The owner's language: there is nobody to ask but the app. */
  locale: string;
  planName: string;
  word: SubscriptionWord;
  expiresAt: Date;
  trafficBytes: bigint | null;
  uploadBytes: bigint;
  downloadBytes: bigint;
  /** Locations that know the account; empty where access has ended. */
  profiles: ConnectionProfile[];
}

type Reads = Pick<KernelDeps, "db" | "clock" | "cipher">;

const WITH_LOCATIONS = {
  user: { select: { locale: true } },
  plan: { select: { name: true, nameFa: true, namePt: true } },
  credentials: true,
  configs: {
    where: { isActive: true },
    include: { inbound: true, server: true },
    orderBy: [{ server: { sort: "asc" } }, { inbound: { sort: "asc" } }, { id: "asc" }],
  },
} satisfies Prisma.SubscriptionInclude;

/** The row of a token, also of one that was replaced a short while ago. */
async function findByToken(deps: Reads, token: string) {
  const hash = tokenHash(token);
  return deps.db.subscription.findFirst({
    where: {
      OR: [{ tokenHash: hash }, { oldTokenHash: hash, oldTokenUntil: { gt: deps.clock.securityNow() } }],
    },
    include: WITH_LOCATIONS,
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

const planName = ({ plan, user }: Row): string =>
  user.locale === "fa" ? plan.nameFa : user.locale === "pt-BR" ? plan.namePt : plan.name;

function profilesOf(deps: Reads, row: Row): ConnectionProfile[] {
  return row.credentials
    .filter(({ actualState }) => actualState === "ACTIVE")
    .flatMap((credential) => {
      const stored = parseCredential(deps.cipher.decrypt(credential.ciphertext));
      return row.configs
        .filter(({ server }) => server.panelId === credential.panelId && server.status === "ONLINE")
        .flatMap(({ inbound, server, protocol }) => {
          const template = templateOf(inbound.template);
          if (!template) return [];
          const tunnel = tunnelAddressOf([template], credential.tunnelAddress);
          const endpoint = { name: locationName(server, protocol, row.user.locale), host: server.domain };
          const profile = buildProfile(endpoint, template, serverCredential(stored, tunnel));
          // A configuration that current cores refuse would break the whole list in some apps.
          return profile && lintProfile(profile).length === 0 ? [profile] : [];
        });
    });
}

/** What a secret link stands for; null for a token nobody has. */
export async function readSubscriptionContent(
  deps: Reads,
  token: string,
): Promise<SubscriptionContent | null> {
  if (!isTokenShaped(token)) return null;
  const row = await findByToken(deps, token);
  if (!row) return null;
  const locations = new Set(row.configs.map(({ serverId }) => serverId)).size;
  const isExhausted = row.exhaustedAt !== null;
  const ended = row.status !== "ACTIVE" || isExhausted;
  const profiles = ended ? [] : profilesOf(deps, row);
  const ready = new Set(profiles.map(({ host }) => host)).size;
  return {
    id: row.id,
    number: row.number,
    userId: row.userId,
    locale: row.user.locale,
    planName: planName(row),
    word: subscriptionWord(
      { status: row.status, expiresAt: row.expiresAt, isExhausted, locations, ready },
      deps.clock.now(),
    ),
    expiresAt: row.expiresAt,
    trafficBytes: row.trafficBytes,
    uploadBytes: row.usedUploadBytes,
    downloadBytes: row.usedDownloadBytes,
    profiles,
  };
}
