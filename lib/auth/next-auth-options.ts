import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Deps } from "@/lib/deps";
import { endSession } from "@/lib/domain/identity/commands/revoke-session";
import { SESSION_TTL_SECONDS, signIn } from "@/lib/domain/identity/commands/sign-in";
import { findLiveSession } from "@/lib/domain/identity/queries";
import { signInSchema } from "@/lib/domain/identity/schema";
import { routes } from "@/lib/routes";
import { visitorFrom } from "./request-facts";
import { cookieName, cookieOptions } from "./session-cookie";

/** What authorize() hands to the token: next-auth wants a user, ours is a session that was just opened. */
interface OpenedSession {
  id: string;
  sessionId: string;
}

/** next-auth's configuration: one way in (name and password), a token that carries only the session's id. */
export function nextAuthOptions(deps: Deps): NextAuthOptions {
  const options = cookieOptions(deps.env);
  const cookie = (kind: "session" | "csrf" | "callback") => ({ name: cookieName(kind, deps.env), options });
  return {
    secret: deps.env.authSecret,
    session: { strategy: "jwt", maxAge: SESSION_TTL_SECONDS },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    useSecureCookies: options.secure,
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    providers: [
      CredentialsProvider({
        name: "password",
        credentials: {
          identifier: { label: "E-mail or username" },
          password: { label: "Password", type: "password" },
        },
        async authorize(credentials, request) {
          const parsed = signInSchema.safeParse(credentials);
          if (!parsed.success) throw new Error("wrong_credentials");
          const answer = await signIn(deps, visitorFrom(new Headers(request.headers)), parsed.data);
          if (!answer.ok) throw new Error(answer.reason);
          const opened: OpenedSession = { id: answer.userId, sessionId: answer.sessionId };
          return opened;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        const opened = user as OpenedSession | undefined;
        return { sid: opened ? opened.sessionId : token.sid };
      },
      async session({ session, token }) {
        const live = typeof token.sid === "string" ? await findLiveSession(deps, token.sid) : null;
        return { expires: session.expires, ...(live ? { user: { name: live.username } } : {}) };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid === "string") await endSession(deps, token.sid);
      },
    },
    logger: {
      error: (code, metadata) =>
        deps.log.warn({ code, err: metadata instanceof Error ? metadata : undefined }, "next-auth refused"),
      warn: (code) => deps.log.warn({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}
