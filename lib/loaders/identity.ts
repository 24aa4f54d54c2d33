import "server-only";
import { getDeps } from "@/lib/deps";
import { getUser, listLoginEvents, listSessions } from "@/lib/domain/identity/queries";
import { getUserDetail, listUsers } from "@/lib/domain/identity/queries/users";
import { listUsersSchema } from "@/lib/domain/identity/schema";
import { customerScope } from "@/lib/domain/kernel/actor";
import { requireCustomer, requireStaff } from "./session";

export async function loadProfile() {
  const actor = await requireCustomer();
  return getUser(getDeps(), customerScope(actor));
}

/** Live sessions and the last sign-ins of the person who looks. */
export async function loadSecurity() {
  const actor = await requireCustomer();
  const scope = customerScope(actor);
  const [sessions, loginEvents, profile] = await Promise.all([
    listSessions(getDeps(), scope, actor.sessionId),
    listLoginEvents(getDeps(), scope),
    getUser(getDeps(), scope),
  ]);
  return { sessions, loginEvents, profile };
}

export async function loadUsers(searchParams: Record<string, string | string[] | undefined>) {
  const actor = await requireStaff("SUPPORT");
  const input = listUsersSchema.parse({ search: searchParams.search, page: searchParams.page });
  return { ...(await listUsers(getDeps(), actor, input)), search: input.search };
}

/** Null when there is no such person. */
export async function loadUserDetail(userId: string) {
  const actor = await requireStaff("SUPPORT");
  return { actor, user: await getUserDetail(getDeps(), actor, userId) };
}

/** Mail kept instead of sent; null outside demo mode, where the page does not exist. */
export async function loadMailbox() {
  const { mailer, mode } = getDeps();
  return mode === "demo" && mailer.mailbox ? mailer.mailbox.list(50) : null;
}

export async function loadStoredMail(id: string) {
  const { mailer, mode } = getDeps();
  return mode === "demo" && mailer.mailbox ? mailer.mailbox.get(id) : null;
}

export function isDemoMode(): boolean {
  return getDeps().mode === "demo";
}
