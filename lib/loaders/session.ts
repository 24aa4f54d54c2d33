import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect as redirectToPath } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readSignedIn, type SignedInSession } from "@/lib/auth/read-session";
import { visitorFrom } from "@/lib/auth/request-facts";
import { cookieName } from "@/lib/auth/session-cookie";
import { getDeps } from "@/lib/deps";
import { hasRole, type StaffRole } from "@/lib/domain/identity/policy";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path";
import { getPathname, redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Who is looking at this page; null when nobody is signed in. Read once per request. */
export const loadSession = cache(async (): Promise<SignedInSession | null> => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const deps = getDeps();
  const visitor = visitorFrom(incoming);
  // The jar, not the header: inside an action it already holds what the action has set.
  const name = cookieName("session", deps.env);
  const value = jar.get(name)?.value;
  return readSignedIn(deps, {
    cookieHeader: value ? `${name}=${value}` : null,
    ip: visitor.ipAddress,
    requestId: visitor.requestId,
  });
});

/** The gate of every portal page: sends to sign-in, and back to this page afterwards. */
export async function requireCustomer(): Promise<SignedInSession> {
  const session = await loadSession();
  if (session) return session;
  const back = (await headers()).get(PAGE_PATH_HEADER) ?? undefined;
  return redirect({ href: routes.signIn({ back }), locale: await getLocale() });
}

/** The gate of the sign-in page: whoever is signed in goes on to `back`, a path that was checked, with its language in it. */
export async function requireVisitor(back: string | null): Promise<void> {
  const session = await loadSession();
  if (!session) return;
  const start = routes.start({ isStaff: session.actor.role !== "CUSTOMER" });
  redirectToPath(back ?? getPathname({ href: start, locale: await getLocale() }));
}

/** The gate of every admin page. To anybody else there is no such page. */
export async function requireStaff(least: StaffRole): Promise<SignedInSession> {
  const session = await requireCustomer();
  if (!hasRole(session.actor.role, least)) notFound();
  return session;
}
