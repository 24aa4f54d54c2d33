import { touchSession } from "@/lib/domain/identity/commands/touch-session";
import { findLiveSession, type LiveSession } from "@/lib/domain/identity/queries";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type CookieSettings, findSessionCookie, unsealSessionId } from "./session-cookie";

export type SessionDeps = KernelDeps & { env: CookieSettings };

interface SessionRequest {
  cookieHeader: string | null;
  ip: string | null;
  requestId: string | null;
}

/** The actor, and the few words about them that every page shows. */
export interface SignedInSession {
  actor: UserActor;
  user: Pick<LiveSession, "username" | "displayName" | "locale">;
}

/**
 * Who sent this request, by its session cookie; null when nobody is signed in. The cookie only names the session: the
 * row decides, so a session that was revoked, or whose user was suspended, is dead at once and in every process.
 */
export async function readSignedIn(
  deps: SessionDeps,
  request: SessionRequest,
): Promise<SignedInSession | null> {
  const cookie = findSessionCookie(deps.env, request.cookieHeader);
  const sessionId = cookie && (await unsealSessionId(deps.env, cookie));
  const session = sessionId ? await findLiveSession(deps, sessionId) : null;
  if (!session) return null;
  if (session.isStale) await touchSession(deps, session.sessionId);
  const { userId, username, role, verificationLevel, displayName, locale } = session;
  const from = { door: "web", ipAddress: request.ip, requestId: request.requestId } as const;
  return {
    actor: {
      kind: "user",
      userId,
      username,
      role,
      verificationLevel,
      sessionId: session.sessionId,
      apiKeyId: null,
      ...from,
    },
    user: { username, displayName, locale },
  };
}

/** The actor alone: what the API app needs. */
export async function readSession(deps: SessionDeps, request: SessionRequest): Promise<UserActor | null> {
  return (await readSignedIn(deps, request))?.actor ?? null;
}
