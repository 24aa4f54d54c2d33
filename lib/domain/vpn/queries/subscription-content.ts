import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ConnectionProfile } from "@/lib/domain/vpn-links/types";
import { isTokenShaped, tokenHash } from "../subscription-token";
import { subscriptionWord } from "../subscription-words";
import { ENDS_SOON_MS } from "../terms";
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
  /** Milliseconds after which time alone makes something else of it; none for long. */
  changesInMs: number;
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

type Row = Prisma.SubscriptionGetPayload<{ include: typeof WITH_LOCATIONS }>;

/** When the word becomes another without anybody's doing, or a replaced token ends. */
function changesInMs(deps: Reads, row: Row, isOldToken: boolean): number {
  const left = row.expiresAt.getTime() - deps.clock.now().getTime();
  const steps = [left, left - ENDS_SOON_MS].filter((ms) => ms > 0);
  if (isOldToken && row.oldTokenUntil) {
    steps.push(row.oldTokenUntil.getTime() - deps.clock.securityNow().getTime());
  }
  return Math.min(Number.POSITIVE_INFINITY, ...steps);
}

function toContent(deps: Reads, row: Row, isOldToken: boolean): SubscriptionContent {
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
    changesInMs: changesInMs(deps, row, isOldToken),
  };
}

const named = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

/**
 * What secret links stand for, also those that were replaced a short while ago. A token that nobody has is left out; each
 * is looked for by the same question.
 */
export async function readSubscriptionContents(
  deps: Reads,
  tokens: readonly string[],
): Promise<Map<string, SubscriptionContent>> {
  const byHash = new Map(
    tokens.filter(isTokenShaped).map((token) => {
      const hash = tokenHash(token);
      return [named(hash), { token, hash }] as const;
    }),
  );
  const found = new Map<string, SubscriptionContent>();
  if (byHash.size === 0) return found;
  const hashes = [...byHash.values()].map(({ hash }) => hash);
  const now = deps.clock.securityNow();
  const rows = await deps.db.subscription.findMany({
    where: {
      OR: [{ tokenHash: { in: hashes } }, { oldTokenHash: { in: hashes }, oldTokenUntil: { gt: now } }],
    },
    include: WITH_LOCATIONS,
  });
  for (const row of rows) {
    const current = byHash.get(named(row.tokenHash));
    if (current) found.set(current.token, toContent(deps, row, false));
    const old = row.oldTokenHash && byHash.get(named(row.oldTokenHash));
    if (old && row.oldTokenUntil && row.oldTokenUntil > now) {
      found.set(old.token, toContent(deps, row, true));
    }
  }
  return found;
}
