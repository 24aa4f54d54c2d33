import type { Prisma } from "@/lib/db/generated/client";
import { type Actor, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { canSeeUsers } from "../policy";
import { listLoginEvents, listSessions, PROFILE_FIELDS, toProfile, UUID } from "../queries";
import type { ListUsersInput } from "../schema";
import type { UserDetail, UserPage } from "../types";

const PAGE_SIZE = 25;

function matching(search: string): Prisma.UserWhereInput {
  if (search === "") return {};
  if (UUID.test(search)) return { id: search };
  // Prisma passes LIKE's own signs on as they are.
  const contains = { contains: search.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return {
    OR: [
      { username: contains },
      { email: contains },
      { displayName: contains },
      { sessions: { some: { ipAddress: search } } },
    ],
  };
}

/** Everybody, newest first; for staff. Search: part of a name or address, a whole id, a whole IP address. */
export async function listUsers(
  deps: KernelDeps,
  actor: Actor,
  { search, page }: ListUsersInput,
): Promise<UserPage> {
  if (!canSeeUsers(actor)) throw new RefusalError("forbidden");
  const where = matching(search);
  const [total, rows] = await Promise.all([
    deps.db.user.count({ where }),
    deps.db.user.findMany({
      where,
      select: {
        id: true,
        username: true,
        email: true,
        displayName: true,
        role: true,
        status: true,
        verificationLevel: true,
        registeredAt: true,
        lastLoginAt: true,
      },
      orderBy: { id: "desc" },
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
  ]);
  const users = rows.map((row) => ({
    ...row,
    registeredAt: row.registeredAt.toISOString(),
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
  }));
  return { users, total, page, pageSize: PAGE_SIZE };
}

/** One person as staff sees them, with live sessions and the last sign-ins. Null when there is none. */
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
      status: true,
      suspendedAt: true,
      suspendedReason: true,
      lastLoginAt: true,
      isDemo: true,
    },
  });
  if (!row) return null;
  const [sessions, loginEvents] = await Promise.all([
    listSessions(deps, customerScopeOf(userId), null),
    listLoginEvents(deps, customerScopeOf(userId), 50),
  ]);
  return {
    ...toProfile(row),
    status: row.status,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    suspendedReason: row.suspendedReason,
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
    isDemo: row.isDemo,
    sessions,
    loginEvents,
  };
}
