import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { canSeeVpn } from "../policy";
import type { StaffSubscriptionDetail, StaffSubscriptionView, SubscriptionFilter } from "../staff-types";

type Reads = Pick<KernelDeps, "db" | "clock">;

const STATUSES = ["ACTIVE", "EXPIRED", "CANCELED", "SUSPENDED"] as const;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const PARTS = {
  user: { select: { id: true, username: true } },
  plan: { select: { id: true, name: true, revision: true } },
  credentials: { select: { desiredState: true, desiredVersion: true, actualVersion: true } },
} satisfies Prisma.SubscriptionInclude;
type Row = Prisma.SubscriptionGetPayload<{ include: typeof PARTS }>;

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
    ...(planId && UUID.test(planId) ? { planId } : {}),
    ...(serverId && UUID.test(serverId) ? { configs: { some: { serverId, isActive: true } } } : {}),
  };
}

function view(row: Row): StaffSubscriptionView {
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
    include: PARTS,
    orderBy: [{ createdAt: asked.direction }, { number: asked.direction }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(view), counted, asked);
}

/** Anybody's subscription with purchases, accounts on panels and configurations; null when there is none. */
export async function getStaffSubscription(
  deps: Reads,
  actor: Actor,
  id: string,
): Promise<StaffSubscriptionDetail | null> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  if (!UUID.test(id)) return null;
  const row = await deps.db.subscription.findUnique({
    where: { id },
    include: {
      ...PARTS,
      credentials: { include: { panel: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
      purchases: { orderBy: { createdAt: "desc" } },
      configs: {
        include: { server: { select: { id: true, name: true } }, inbound: { select: { tag: true } } },
        orderBy: [{ server: { sort: "asc" } }, { createdAt: "asc" }],
      },
    },
  });
  if (!row) return null;
  return {
    ...view(row),
    purchases: row.purchases.map((purchase) => ({
      kind: purchase.kind,
      priceUsd: toDecimal(purchase.priceMicros),
      creditUsd: toDecimal(purchase.creditMicros),
      invoiceId: purchase.invoiceId,
      periodStartsAt: purchase.periodStartsAt.toISOString(),
      periodEndsAt: purchase.periodEndsAt.toISOString(),
      createdAt: purchase.createdAt.toISOString(),
    })),
    accounts: row.credentials.map((account) => ({
      panel: account.panel.name,
      username: account.username,
      remoteId: account.remoteId,
      desiredState: account.desiredState,
      actualState: account.actualState,
      isTold: account.desiredVersion === account.actualVersion,
      attempts: account.attempts,
      lastErrorCode: account.lastErrorCode,
      lastErrorText: account.lastErrorText,
      nextAttemptAt: account.nextAttemptAt.toISOString(),
      revokedAt: account.revokedAt?.toISOString() ?? null,
      cutAt: account.cutAt?.toISOString() ?? null,
      verifiedAt: account.verifiedAt?.toISOString() ?? null,
    })),
    configs: row.configs.map((config) => ({
      id: config.id,
      uuid: config.uuid,
      protocol: config.protocol,
      server: config.server,
      tag: config.inbound.tag,
      hiddifyUserId: config.hiddifyUserId,
      isActive: config.isActive,
      expiresAt: config.expiresAt.toISOString(),
    })),
  };
}
