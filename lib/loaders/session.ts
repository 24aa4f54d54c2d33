import "server-only";
import { getLocale } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readSession } from "@/lib/auth/read-session";
import { visitorFrom } from "@/lib/auth/request-facts";
import { cookieName } from "@/lib/auth/session-cookie";
import { getDeps } from "@/lib/deps";
import { hasRole, type StaffRole } from "@/lib/domain/identity/policy";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Set by the proxy: the path of the page that is being drawn, so that signing in comes back to it. */
const PATH_HEADER = "x-patchbay-path";

/** Who is looking at this page; null when nobody is signed in. Read once per request. */
export const loadSession = cache(async (): Promise<UserActor | null> => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const deps = getDeps();
  const visitor = visitorFrom(incoming);
  // The jar, not the header: inside an action it already holds what the action has set.
  const name = cookieName("session", deps.env);
  const value = jar.get(name)?.value;
  return readSession(deps, {
    cookieHeader: value ? `${name}=${value}` : null,
    ip: visitor.ipAddress,
    requestId: visitor.requestId,
  });
});

/** The gate of every portal page: sends to sign-in, and back to this page afterwards. */
export async function requireCustomer(): Promise<UserActor> {
  const actor = await loadSession();
  if (actor) return actor;
  const back = (await headers()).get(PATH_HEADER) ?? undefined;
  return redirect({ href: routes.signIn({ back }), locale: await getLocale() });
}

/** The gate of every admin page. To anybody else there is no such page. */
export async function requireStaff(least: StaffRole): Promise<UserActor> {
  const actor = await requireCustomer();
  if (!hasRole(actor.role, least)) notFound();
  return actor;
}
