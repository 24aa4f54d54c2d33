import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { isTokenShaped, tokenHash } from "../subscription-token";
import { subscriptionWord } from "../subscription-words";
import type { SubscriptionWord } from "../types";
import { locationProfiles } from "./location-profiles";
import { planNameOf } from "./plans";

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
  const located = ended ? [] : locationProfiles(deps, row, row.user.locale);
  const ready = new Set(located.map(({ serverId }) => serverId)).size;
  return {
    id: row.id,
    number: row.number,
    userId: row.userId,
    locale: row.user.locale,
    planName: planNameOf(row.plan, row.user.locale),
    word: subscriptionWord(
      { status: row.status, expiresAt: row.expiresAt, isExhausted, locations, ready },
      deps.clock.now(),
    ),
    expiresAt: row.expiresAt,
    trafficBytes: row.trafficBytes,
    uploadBytes: row.usedUploadBytes,
    downloadBytes: row.usedDownloadBytes,
    profiles: located.map(({ profile }) => profile),
  };
}
