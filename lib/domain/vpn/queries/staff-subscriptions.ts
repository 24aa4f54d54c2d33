import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { type AskedOrder, isBehind } from "@/lib/domain/kernel/row-order";
import { canSeeVpn } from "../policy";
import type { StaffSubscriptionView, SubscriptionFilter } from "../staff-types";

type Reads = Pick<KernelDeps, "db" | "clock">;

const STATUSES = ["ACTIVE", "EXPIRED", "CANCELED", "SUSPENDED"] as const;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What a row of the list is read from. */
export const SUBSCRIPTION_PARTS = {
  user: { select: { id: true, username: true } },
  plan: { select: { id: true, name: true, nameFa: true, namePt: true, revision: true } },
  credentials: { select: { desiredState: true, desiredVersion: true, actualVersion: true } },
} satisfies Prisma.SubscriptionInclude;
type Row = Prisma.SubscriptionGetPayload<{ include: typeof SUBSCRIPTION_PARTS }>;

function searched(text: string): Prisma.SubscriptionWhereInput {
  if (text === "") return {};
  if (UUID.test(text)) return { OR: [{ id: text }, { userId: text }] };
  const digits = /^(?:#|sub_)?(\d{1,9})$/.exec(text)?.[1];
  const name = text.toLowerCase();
  return {
    OR: [
      { user: { OR: [{ username: name }, { email: name }] } },
      ...(digits ? [{ number: Number(digits) }] : []),
    ],
  };
}

function matching(filter: SubscriptionFilter): Prisma.SubscriptionWhereInput {
  const status = STATUSES.find((known) => known === filter.status);
  const { planId, serverId } = filter;
  return {
    AND: [searched(filter.search?.trim() ?? "")],
    ...(status ? { status } : {}),
    ...(planId && UUID.test(planId) ? { plan: { OR: [{ id: planId }, { familyId: planId }] } } : {}),
    ...(serverId && UUID.test(serverId) ? { configs: { some: { serverId, isActive: true } } } : {}),
  };
}

/** A subscription as a line of the list. */
export function subscriptionRow(row: Row): StaffSubscriptionView {
  const wanted = row.credentials.filter(({ desiredState }) => desiredState !== "ABSENT");
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    user: row.user,
    plan: row.plan,
    status: row.status,
    statusReason: row.statusReason,
    startsAt: row.startsAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    trafficBytes: row.trafficBytes?.toString() ?? null,
    usedBytes: (row.usedUploadBytes + row.usedDownloadBytes).toString(),
    isExhausted: row.exhaustedAt !== null,
    maxDevices: row.maxDevices,
    isAutoRenew: row.isAutoRenew,
    renewalFailure: row.renewalFailure,
    ready: wanted.filter(({ desiredVersion, actualVersion }) => desiredVersion === actualVersion).length,
    panels: wanted.length,
    lastOnlineAt: row.lastOnlineAt?.toISOString() ?? null,
    lastFetchedAt: row.lastFetchedAt?.toISOString() ?? null,
    lastClient: row.lastClient,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Everybody's subscriptions, newest first where nothing else is asked. */
export async function listStaffSubscriptions(
  deps: Reads,
  actor: Actor,
  filter: SubscriptionFilter,
  asked: { page: number; pageSize: number; direction: "asc" | "desc" },
): Promise<Page<StaffSubscriptionView>> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  const counted = await deps.db.subscription.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await deps.db.subscription.findMany({
    where,
    include: SUBSCRIPTION_PARTS,
    orderBy: [{ createdAt: asked.direction }, { number: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(subscriptionRow), counted, asked);
}

const BATCH = 500;

/** The same rows, all of them, newest first unless asked otherwise, read in batches. */
export async function* eachStaffSubscription(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  filter: SubscriptionFilter,
  { direction = "desc" }: Pick<AskedOrder, "direction"> = {},
): AsyncGenerator<StaffSubscriptionView> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  const where = matching(filter);
  for (let last: number | undefined; ; ) {
    const rows = await deps.db.subscription.findMany({
      where: last === undefined ? where : { AND: [where, { number: isBehind(direction, last) }] },
      include: SUBSCRIPTION_PARTS,
      orderBy: { number: direction },
      take: BATCH,
    });
    yield* rows.map(subscriptionRow);
    last = rows.at(-1)?.number;
    if (rows.length < BATCH) return;
  }
}
