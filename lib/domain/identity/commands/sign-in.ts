import type { Role } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { deviceLabel, parseDevice } from "../device";
import { networkOf } from "../network";
import { checkPasswordLength } from "../password";
import type { IdentityDeps } from "../ports";
import type { SignInInput } from "../schema";
import type { LoginOutcome, Visitor } from "../types";
import { clearAttempts, giveBackAttempt, takeAttempt } from "./throttle-attempt";

/** A session's absolute life, and so the cookie's. The row may end it earlier. */
export const SESSION_TTL_SECONDS = 30 * 24 * 3600;

export interface SignedIn {
  sessionId: string;
  userId: string;
  role: Role;
  locale: string;
  expiresAt: Date;
}

export type SignInRefusal = "wrong_credentials" | "login_throttled" | "suspended" | "unavailable";

interface Candidate {
  id: string;
  password_hash: string | null;
  status: "ACTIVE" | "SUSPENDED";
  role: Role;
  locale: string;
  is_known_address: boolean;
}

async function findCandidate(
  deps: IdentityDeps,
  identifier: string,
  visitor: Visitor,
): Promise<Candidate | null> {
  const email = identifier.includes("@") ? identifier : null;
  const username = email === null ? identifier : null;
  const rows = await deps.db.$queryRaw<Candidate[]>`
    SELECT u.id, u.password_hash, u.status, u.role, u.locale, EXISTS (
      SELECT 1 FROM sessions s WHERE s.user_id = u.id AND s.ip_address = ${visitor.ipAddress}
        AND s.created_at > now() - interval '30 days') AS is_known_address
    FROM users u WHERE u.email = ${email} OR u.username = ${username}`;
  return rows[0] ?? null;
}

/**
 * Proves who somebody is and opens a new session (always a new one). Tries are counted before the password is looked
 * at, per account and per network; unknown names cost the same work and get the same answer. That an account is
 * suspended is told only after the right password.
 */
export async function signIn(
  deps: IdentityDeps,
  visitor: Visitor,
  { identifier, password }: SignInInput,
): Promise<Result<SignedIn, SignInRefusal>> {
  const candidate = await findCandidate(deps, identifier, visitor);
  const network = networkOf(visitor.ipAddress);
  const account = `${candidate?.id ?? identifier}${candidate?.is_known_address ? `:${visitor.ipAddress}` : ""}`;
  const note = (outcome: LoginOutcome) =>
    deps.db.loginEvent.create({
      data: {
        userId: candidate?.id ?? null,
        identifier,
        outcome,
        ipAddress: visitor.ipAddress,
        userAgent: visitor.userAgent?.slice(0, 400) ?? null,
      },
    });

  const throttled =
    (await takeAttempt(deps.db, "network", network)) ?? (await takeAttempt(deps.db, "account", account));
  if (throttled) {
    await note("THROTTLED");
    return refuse("login_throttled", { retryAfterSeconds: throttled.retryAfterSeconds });
  }

  const readable = checkPasswordLength(password) !== "password_too_long";
  const right = await deps.passwords.matches(password, readable ? (candidate?.password_hash ?? null) : null);
  if (!candidate || !right) {
    await note(candidate ? "WRONG_PASSWORD" : "UNKNOWN_USER");
    return refuse("wrong_credentials");
  }
  await giveBackAttempt(deps.db, "network", network);
  await clearAttempts(deps.db, "account", account);
  const opened =
    candidate.status === "ACTIVE" ? await openSession(deps, visitor, identifier, candidate) : null;
  if (!opened) {
    await note("SUSPENDED");
    return refuse("suspended");
  }
  return opened;
}

/** Null when the account was suspended, or its password changed, since it was looked up. */
async function openSession(deps: IdentityDeps, visitor: Visitor, identifier: string, candidate: Candidate) {
  const sessionId = deps.ids.uuid();
  const userId = candidate.id;
  const now = deps.clock.securityNow();
  const expiresAt = new Date(now.getTime() + SESSION_TTL_SECONDS * 1000);
  const userAgent = visitor.userAgent?.slice(0, 400) ?? null;
  const device = deviceLabel(parseDevice(userAgent)) || null;
  const isOpen = await inTransaction(deps, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: "ACTIVE", passwordHash: candidate.password_hash },
      data: { lastLoginAt: now },
    });
    if (count === 0) return false;
    const where = { ipAddress: visitor.ipAddress, userAgent };
    await tx.session.create({ data: { id: sessionId, userId, device, expiresAt, ...where } });
    await tx.loginEvent.create({ data: { userId, identifier, outcome: "SUCCESS", ...where } });
    await writeEvent(tx, "session.signed_in", { userId, sessionId }, { subjectId: sessionId });
    return true;
  });
  return isOpen === true
    ? ok({ sessionId, userId, role: candidate.role, locale: candidate.locale, expiresAt })
    : null;
}
