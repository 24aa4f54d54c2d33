import { type Actor, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { parseDevice } from "../device";
import { canSeeUsers } from "../policy";
import { listLoginEvents, PROFILE_FIELDS, toProfile, UUID } from "../queries";
import type { LoginAddress, StaffSessionView, UserDetail } from "../types";
import { getPreferences } from "./preferences";

const MAX_SESSIONS = 50;
const MAX_EVENTS = 50;
const MAX_ADDRESSES = 20;

async function listStaffSessions(deps: KernelDeps, userId: string): Promise<StaffSessionView[]> {
  const rows = await deps.db.session.findMany({
    where: { userId },
    orderBy: { lastSeenAt: "desc" },
    take: MAX_SESSIONS,
  });
  const now = deps.clock.securityNow();
  return rows.map((row) => ({
    id: row.id,
    device: parseDevice(row.userAgent),
    userAgent: row.userAgent,
    ipAddress: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    isLive: row.revokedAt === null && row.expiresAt > now,
  }));
}

interface AddressRow {
  ipAddress: string;
  successes: bigint;
  failures: bigint;
  firstAt: Date;
  lastAt: Date;
}

async function listAddresses(deps: KernelDeps, userId: string): Promise<LoginAddress[]> {
  const rows = await deps.db.$queryRaw<AddressRow[]>`
    SELECT ip_address AS "ipAddress", count(*) FILTER (WHERE outcome = 'SUCCESS') AS successes,
      count(*) FILTER (WHERE outcome <> 'SUCCESS') AS failures, min(created_at) AS "firstAt",
      max(created_at) AS "lastAt"
    FROM login_events WHERE user_id = ${userId}::uuid AND ip_address IS NOT NULL
    GROUP BY ip_address ORDER BY max(created_at) DESC LIMIT ${MAX_ADDRESSES}`;
  return rows.map((row) => ({
    ipAddress: row.ipAddress,
    successes: Number(row.successes),
    failures: Number(row.failures),
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
  }));
}

/** One person as staff sees them: every field, sessions, sign-ins, places, favourites, preferences. Null when there is none. */
export async function getUserDetail(
  deps: KernelDeps,
  actor: Actor,
  userId: string,
): Promise<UserDetail | null> {
  if (!canSeeUsers(actor)) throw new RefusalError("forbidden");
  if (!UUID.test(userId)) return null;
  const row = await deps.db.user.findUnique({
    where: { id: userId },
    select: {
      ...PROFILE_FIELDS,
      phone: true,
      phoneVerifiedAt: true,
      status: true,
      suspendedAt: true,
      suspendedReason: true,
      hasUsedTrial: true,
      lastLoginAt: true,
      isDemo: true,
      createdAt: true,
      updatedAt: true,
      preference: { select: { createdAt: true, updatedAt: true } },
      favorites: {
        orderBy: { createdAt: "desc" },
        take: 50,
        select: {
          id: true,
          createdAt: true,
          service: { select: { id: true, name: true } },
          country: { select: { id: true, iso2: true, nameEn: true } },
        },
      },
    },
  });
  if (!row) return null;
  const scope = customerScopeOf(userId);
  const [sessions, loginEvents, addresses, preferences] = await Promise.all([
    listStaffSessions(deps, userId),
    listLoginEvents(deps, scope, MAX_EVENTS),
    listAddresses(deps, userId),
    getPreferences(deps, scope),
  ]);
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  return {
    ...toProfile(row),
    phone: row.phone,
    emailVerifiedAt: iso(row.emailVerifiedAt),
    phoneVerifiedAt: iso(row.phoneVerifiedAt),
    status: row.status,
    suspendedAt: iso(row.suspendedAt),
    suspendedReason: row.suspendedReason,
    hasUsedTrial: row.hasUsedTrial,
    lastLoginAt: iso(row.lastLoginAt),
    isDemo: row.isDemo,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    preferences,
    preferencesChangedAt: iso(row.preference?.updatedAt ?? null),
    favorites: row.favorites.map((favorite) => ({
      ...favorite,
      createdAt: favorite.createdAt.toISOString(),
    })),
    sessions,
    loginEvents,
    addresses,
  };
}
