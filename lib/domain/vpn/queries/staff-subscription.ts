import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { recommendedOf } from "../placement";
import { canSeeVpn } from "../policy";
import type {
  LinkState,
  StaffAccountView,
  StaffConfigView,
  StaffPurchaseView,
  StaffSubscriptionDetail,
} from "../staff-types";
import { previewInbound } from "./inbound-preview";
import { templateOf } from "./inbound-template";
import { locationProfiles } from "./location-profiles";
import { readReadings } from "./staff-readings";
import { SUBSCRIPTION_PARTS, subscriptionRow } from "./staff-subscriptions";
import { readUsageDays } from "./subscription-usage";

type Reads = Pick<KernelDeps, "db" | "clock" | "cipher">;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const DETAIL = {
  ...SUBSCRIPTION_PARTS,
  credentials: { include: { panel: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
  purchases: { orderBy: { createdAt: "desc" } },
  configs: {
    include: { server: true, inbound: true },
    orderBy: [{ server: { sort: "asc" } }, { createdAt: "asc" }],
  },
} satisfies Prisma.SubscriptionInclude;
type Row = Prisma.SubscriptionGetPayload<{ include: typeof DETAIL }>;
type Config = Row["configs"][number];

const iso = (at: Date | null) => at?.toISOString() ?? null;

function purchaseView(purchase: Row["purchases"][number]): StaffPurchaseView {
  return {
    id: purchase.id,
    kind: purchase.kind,
    planId: purchase.planId,
    priceUsd: toDecimal(purchase.priceMicros),
    creditUsd: toDecimal(purchase.creditMicros),
    invoiceId: purchase.invoiceId,
    ledgerTransactionId: purchase.ledgerTransactionId?.toString() ?? null,
    periodStartsAt: purchase.periodStartsAt.toISOString(),
    periodEndsAt: purchase.periodEndsAt.toISOString(),
    createdAt: purchase.createdAt.toISOString(),
  };
}

/** The account without its secrets. */
function accountView(account: Row["credentials"][number]): StaffAccountView {
  return {
    id: account.id,
    panel: account.panel.name,
    username: account.username,
    remoteId: account.remoteId,
    desiredState: account.desiredState,
    actualState: account.actualState,
    desiredVersion: account.desiredVersion,
    actualVersion: account.actualVersion,
    tunnelAddress: account.tunnelAddress,
    attempts: account.attempts,
    lastErrorCode: account.lastErrorCode,
    lastErrorText: account.lastErrorText,
    nextAttemptAt: account.nextAttemptAt.toISOString(),
    revokedAt: iso(account.revokedAt),
    cutAt: iso(account.cutAt),
    verifiedAt: iso(account.verifiedAt),
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
  };
}

/** Why an app does or does not get a configuration, the first reason that holds. */
function linkState(row: Row, { id, isActive, inbound, server }: Config, dialled: Set<string>): LinkState {
  if (dialled.has(id)) return "ready";
  if (!isActive || row.status !== "ACTIVE" || row.exhaustedAt !== null) return "closed";
  if (server.status !== "ONLINE") return "server_down";
  if (templateOf(inbound.template) === null) return "broken";
  const account = row.credentials.find(({ panelId }) => panelId === server.panelId);
  return account?.actualState === "ACTIVE" ? "refused" : "waiting";
}

function configView(row: Row, config: Config, dialled: Set<string>): StaffConfigView {
  const link = linkState(row, config, dialled);
  const template = templateOf(config.inbound.template);
  return {
    id: config.id,
    uuid: config.uuid,
    protocol: config.protocol,
    server: { id: config.server.id, name: config.server.name },
    tag: config.inbound.tag,
    hiddifyUserId: config.hiddifyUserId,
    isActive: config.isActive,
    link,
    problems: template && link === "refused" ? previewInbound(config.server, template).problems : [],
    expiresAt: config.expiresAt.toISOString(),
    createdAt: config.createdAt.toISOString(),
    updatedAt: config.updatedAt.toISOString(),
  };
}

/** What an app would get now; nothing where access has ended. */
function dialledConfigs(deps: Reads, row: Row): Set<string> {
  if (row.status !== "ACTIVE" || row.exhaustedAt !== null) return new Set();
  const active = { credentials: row.credentials, configs: row.configs.filter(({ isActive }) => isActive) };
  return new Set(locationProfiles(deps, active, "en").map(({ configId }) => configId));
}

/** Anybody's subscription with purchases, accounts on panels, links and traffic; null when there is none. Holds no secret. */
export async function getStaffSubscription(
  deps: Reads,
  actor: Actor,
  id: string,
  locale: string,
): Promise<StaffSubscriptionDetail | null> {
  if (!canSeeVpn(actor)) throw new RefusalError("forbidden");
  if (!UUID.test(id)) return null;
  const row = await deps.db.subscription.findUnique({ where: { id }, include: DETAIL });
  if (!row) return null;
  const dialled = dialledConfigs(deps, row);
  const { renewalPlanId } = row;
  const [usage, readings, announced] = await Promise.all([
    readUsageDays(deps, row.id, locale),
    readReadings(deps, row.id),
    renewalPlanId === null ? null : deps.db.plan.findUnique({ where: { id: renewalPlanId } }),
  ]);
  const servers = row.configs.filter(({ isActive }) => isActive).map(({ server }) => server);
  const recommended = recommendedOf(servers, row.serverId);
  const server = servers.find((one) => one.id === recommended);
  return {
    ...subscriptionRow(row),
    server: server ? { id: server.id, name: server.name } : null,
    usedUploadBytes: row.usedUploadBytes.toString(),
    usedDownloadBytes: row.usedDownloadBytes.toString(),
    exhaustedAt: iso(row.exhaustedAt),
    canceledAt: iso(row.canceledAt),
    noticedPercent: row.noticedPercent,
    renewalNoticedAt: iso(row.renewalNoticedAt),
    renewalPriceUsd: announced && toDecimal(announced.priceMicros),
    noticedDays: row.noticedDays,
    oldLinkUntil: row.oldTokenHash === null ? null : iso(row.oldTokenUntil),
    contentVersion: row.contentVersion,
    paidUsd: toDecimal(row.paidMicros),
    periodStartsAt: row.periodStartsAt.toISOString(),
    idempotencyKey: row.idempotencyKey,
    updatedAt: row.updatedAt.toISOString(),
    purchases: row.purchases.map(purchaseView),
    accounts: row.credentials.map(accountView),
    configs: row.configs.map((config) => configView(row, config, dialled)),
    usage,
    readings,
  };
}
