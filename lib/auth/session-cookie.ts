import { parse } from "hono/utils/cookie";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_TTL_SECONDS } from "@/lib/domain/identity/commands/sign-in";

/** What of the environment decides the cookie. */
export interface CookieSettings {
  publicUrl: URL;
  authSecret: string;
}

export interface CookieOptions {
  httpOnly: true;
  sameSite: "lax";
  path: "/";
  secure: boolean;
}

export function usesHttps({ publicUrl }: Pick<CookieSettings, "publicUrl">): boolean {
  return publicUrl.protocol === "https:";
}

/** `__Host-` binds a cookie to this very host and to https; browsers refuse the prefix without https. */
export function cookieName(
  kind: "session" | "csrf" | "callback" | "state",
  settings: Pick<CookieSettings, "publicUrl">,
): string {
  return `${usesHttps(settings) ? "__Host-" : ""}patchbay.${kind}`;
}

export function cookieOptions(settings: Pick<CookieSettings, "publicUrl">): CookieOptions {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps(settings) };
}

const claims = z.object({ sid: z.uuid() });

/** next-auth's own cookie value for a session: an encrypted token that carries the session's id and nothing else. */
export function sealSessionId(settings: CookieSettings, sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: settings.authSecret, maxAge: SESSION_TTL_SECONDS });
}

/** The session id in a cookie value; null when it is not ours, was changed or is too old. */
export async function unsealSessionId(settings: CookieSettings, value: string): Promise<string | null> {
  try {
    return claims.parse(await decode({ token: value, secret: settings.authSecret })).sid;
  } catch {
    return null;
  }
}

/** The session cookie's value in a Cookie header. */
export function findSessionCookie(settings: CookieSettings, cookieHeader: string | null): string | null {
  const name = cookieName("session", settings);
  return cookieHeader ? (parse(cookieHeader, name)[name] ?? null) : null;
}
