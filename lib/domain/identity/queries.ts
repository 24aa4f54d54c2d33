import type { CustomerScope, Role } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { parseDevice } from "./device";
import type { LoginEventView, MailRecipient, ProfileView, SessionView } from "./types";

export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface LiveSession {
  sessionId: string;
  userId: string;
  username: string;
  role: Role;
  verificationLevel: number;
  displayName: string | null;
  locale: string;
  /** lastSeenAt is older than a minute. */
  isStale: boolean;
}

/** The session if it may be used now: not revoked, not over, its user not suspended. One indexed read; real time. */
export async function findLiveSession(deps: KernelDeps, sessionId: string): Promise<LiveSession | null> {
  const rows = await deps.db.$queryRaw<LiveSession[]>`
    SELECT s.id AS "sessionId", u.id AS "userId", u.username, u.role::text AS role, u.locale, u.display_name AS "displayName",
      u.verification_level AS "verificationLevel", s.last_seen_at < now() - interval '1 minute' AS "isStale"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > now() AND u.status = 'ACTIVE'`;
  return rows[0] ?? null;
}

/** Live sessions, the one in use first, then the last seen. */
export async function listSessions(
  deps: KernelDeps,
  scope: CustomerScope,
  currentSessionId: string | null,
): Promise<SessionView[]> {
  const rows = await deps.db.session.findMany({
    where: { userId: scope.userId, revokedAt: null, expiresAt: { gt: deps.clock.securityNow() } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: parseDevice(row.userAgent),
    ipAddress: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isCurrent: row.id === currentSessionId,
  }));
  return sessions.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** The last sign-ins and tries, newest first. */
export async function listLoginEvents(
  deps: KernelDeps,
  scope: CustomerScope,
  limit = 20,
): Promise<LoginEventView[]> {
  const rows = await deps.db.loginEvent.findMany({
    where: { userId: scope.userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id.toString(),
    outcome: row.outcome,
    device: parseDevice(row.userAgent),
    ipAddress: row.ipAddress,
    at: row.createdAt.toISOString(),
  }));
}

export const PROFILE_FIELDS = {
  id: true,
  username: true,
  email: true,
  emailVerifiedAt: true,
  displayName: true,
  role: true,
  verificationLevel: true,
  locale: true,
  registeredAt: true,
  passwordChangedAt: true,
} as const;

interface ProfileRow {
  id: string;
  username: string;
  email: string | null;
  emailVerifiedAt: Date | null;
  displayName: string | null;
  role: Role;
  verificationLevel: number;
  locale: string;
  registeredAt: Date;
  passwordChangedAt: Date | null;
}

export function toProfile(row: ProfileRow): ProfileView {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    isEmailVerified: row.emailVerifiedAt !== null,
    displayName: row.displayName,
    role: row.role,
    verificationLevel: row.verificationLevel,
    locale: row.locale,
    registeredAt: row.registeredAt.toISOString(),
    passwordChangedAt: row.passwordChangedAt?.toISOString() ?? null,
  };
}

export async function getUser(deps: KernelDeps, scope: CustomerScope): Promise<ProfileView> {
  return toProfile(
    await deps.db.user.findUniqueOrThrow({ where: { id: scope.userId }, select: PROFILE_FIELDS }),
  );
}

/** Whom to write to, at `address` where another than theirs is meant; null where there is none (or no such user). */
export async function findMailRecipient(
  deps: KernelDeps,
  userId: string,
  address?: string | null,
): Promise<MailRecipient | null> {
  const user = await deps.db.user.findUnique({
    where: { id: userId },
    select: { email: true, username: true, displayName: true, locale: true, isDemo: true },
  });
  const email = address === undefined ? user?.email : address;
  if (!user || !email) return null;
  return {
    email,
    name: user.displayName ?? user.username,
    locale: user.locale,
    isDemo: user.isDemo,
  };
}

/** For the command line: somebody by e-mail address, username or id. */
export async function findUser(deps: KernelDeps, who: string): Promise<ProfileView | null> {
  const name = who.trim().toLowerCase();
  const where = name.includes("@") ? { email: name } : UUID.test(name) ? { id: name } : { username: name };
  const row = await deps.db.user.findUnique({ where, select: PROFILE_FIELDS });
  return row && toProfile(row);
}
