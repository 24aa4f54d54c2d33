import { touchSession } from "@/lib/domain/identity/commands/touch-session";
import { findLiveSession } from "@/lib/domain/identity/queries";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { Deps } from "@/lib/deps";
import { findSessionCookie, unsealSessionId } from "./session-cookie";

interface SessionRequest {
  cookieHeader: string | null;
  ip: string | null;
  requestId: string | null;
}

/**
 * Who sent this request, by its session cookie; null when nobody is signed in. The cookie only names the session: the
 * row decides, so a session that was revoked, or whose user was suspended, is dead at once and in every process.
 */
export async function readSession(deps: Deps, request: SessionRequest): Promise<UserActor | null> {
  const cookie = findSessionCookie(deps.env, request.cookieHeader);
  const sessionId = cookie && (await unsealSessionId(deps.env, cookie));
  const session = sessionId ? await findLiveSession(deps, sessionId) : null;
  if (!session) return null;
  if (session.isStale) await touchSession(deps, session.sessionId);
  return {
    kind: "user",
    userId: session.userId,
    username: session.username,
    role: session.role,
    verificationLevel: session.verificationLevel,
    sessionId: session.sessionId,
    apiKeyId: null,
    door: "web",
    ipAddress: request.ip,
    requestId: request.requestId,
  };
}
