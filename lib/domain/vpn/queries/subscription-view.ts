import type { Prisma } from "@/lib/db/generated/client";
import { isEndingSoon, subscriptionWord } from "../subscription-words";
import { graceEndsAt } from "../terms";
import type { SubscriptionView } from "../types";
import { ladderStep } from "../usage-ladder";
import { planNameOf } from "./plans";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What a subscription's state is read from. */
export const WITH_STATE = {
  plan: { select: { name: true, nameFa: true, namePt: true, isTrial: true } },
  credentials: true,
  configs: {
    where: { isActive: true },
    include: { inbound: true, server: true },
    orderBy: [{ server: { sort: "asc" } }, { inbound: { sort: "asc" } }, { id: "asc" }],
  },
} satisfies Prisma.SubscriptionInclude;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ include: typeof WITH_STATE }>;

/** The servers of a subscription that are up and know the account. */
export function readyServers(row: Pick<SubscriptionRow, "configs" | "credentials">): Set<string> {
  const told = new Set(
    row.credentials.filter(({ actualState }) => actualState === "ACTIVE").map(({ panelId }) => panelId),
  );
  return new Set(
    row.configs
      .filter(({ server }) => server.status === "ONLINE" && told.has(server.panelId))
      .map(({ serverId }) => serverId),
  );
}

const days = (ms: number): number => Math.max(0, Math.ceil(ms / DAY_MS));

/** How a subscription stands at a moment, in the reader's language. */
export function toSubscriptionView(row: SubscriptionRow, locale: string, now: Date): SubscriptionView {
  const usedBytes = row.usedUploadBytes + row.usedDownloadBytes;
  const all = new Set(row.configs.map(({ serverId }) => serverId)).size;
  const locations = new Set(
    row.configs.filter(({ server }) => server.status === "ONLINE").map(({ serverId }) => serverId),
  ).size;
  const ready = readyServers(row).size;
  const isExhausted = row.exhaustedAt !== null;
  return {
    id: row.id,
    number: row.number,
    planName: planNameOf(row.plan, locale),
    isTrial: row.plan.isTrial,
    word: subscriptionWord({ ...row, isExhausted, locations, ready }, now),
    locations,
    ready,
    off: all - locations,
    startsAt: row.startsAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    canceledAt: row.canceledAt?.toISOString() ?? null,
    daysLeft: days(row.expiresAt.getTime() - now.getTime()),
    minutesLeft: Math.max(0, Math.ceil((row.expiresAt.getTime() - now.getTime()) / MINUTE_MS)),
    isEndingSoon: isEndingSoon(row, now),
    graceEndsAt: graceEndsAt(row.expiresAt).toISOString(),
    periodDays: Math.max(1, days(row.expiresAt.getTime() - row.periodStartsAt.getTime())),
    trafficBytes: row.trafficBytes?.toString() ?? null,
    usedBytes: usedBytes.toString(),
    step: ladderStep(usedBytes, row.trafficBytes),
    maxDevices: row.maxDevices,
    isAutoRenew: row.isAutoRenew,
    renewalFailure: row.renewalFailure,
    lastOnlineAt: row.lastOnlineAt?.toISOString() ?? null,
  };
}
