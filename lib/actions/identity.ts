"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect as redirectToPath } from "next/navigation";
import { hasLocale } from "next-intl";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { safeReturnPath } from "@/lib/auth/return-path";
import { cookieName, cookieOptions, sealSessionId } from "@/lib/auth/session-cookie";
import { getDeps } from "@/lib/deps";
import { cancelEmailChange, requestEmailChange } from "@/lib/domain/identity/commands/change-email";
import { changePassword } from "@/lib/domain/identity/commands/change-password";
import { dismissOnboarding } from "@/lib/domain/identity/commands/dismiss-onboarding";
import { requestPasswordReset, resetPassword } from "@/lib/domain/identity/commands/reset-password";
import { reviewSecurity } from "@/lib/domain/identity/commands/review-security";
import { revokeOtherSessions, revokeSession, signOut } from "@/lib/domain/identity/commands/revoke-session";
import { type SignedIn, signIn } from "@/lib/domain/identity/commands/sign-in";
import { signUp } from "@/lib/domain/identity/commands/sign-up";
import { updatePhone } from "@/lib/domain/identity/commands/update-phone";
import { updatePreferences } from "@/lib/domain/identity/commands/update-preferences";
import { updateProfile } from "@/lib/domain/identity/commands/update-profile";
import { requestEmailVerification, verifyEmail } from "@/lib/domain/identity/commands/verify-email";
import {
  changeEmailSchema,
  changePasswordSchema,
  phoneSchema,
  requestPasswordResetSchema,
  resetPasswordSchema,
  revokeSessionSchema,
  signInSchema,
  signUpSchema,
  updatePreferencesSchema,
  updateProfileSchema,
  verifyEmailSchema,
} from "@/lib/domain/identity/schema";
import { ok, refuse } from "@/lib/domain/kernel/result";
import { readPhone } from "@/lib/format/phone";
import { THEME_COOKIE } from "@/lib/http/choice-cookies";
import { getPathname, redirect } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { loadSession } from "@/lib/loaders/session";
import { routes } from "@/lib/routes";
import { publicAction, userAction } from "./client";
import { formInput } from "./form-input";

/** An answer that must not tell whether an address is known takes at least this long. */
const EVEN_ANSWER_MS = 400;

async function setSessionCookie(opened: SignedIn): Promise<void> {
  const { env } = getDeps();
  const value = await sealSessionId(env, opened.sessionId);
  (await cookies()).set(cookieName("session", env), value, {
    ...cookieOptions(env),
    expires: opened.expiresAt,
  });
}

async function clearSessionCookie(): Promise<void> {
  const { env } = getDeps();
  (await cookies()).set(cookieName("session", env), "", { ...cookieOptions(env), maxAge: 0 });
}

const signInInput = signInSchema.extend({ back: z.string().optional() });

export const signInAction = publicAction
  .inputSchema(formInput(signInInput))
  .stateAction(async ({ parsedInput, ctx }) => {
    const opened = await signIn(ctx.deps, ctx.visitor, parsedInput);
    if (!opened.ok) return opened;
    if (ctx.actor) await signOut(ctx.deps, ctx.actor);
    await setSessionCookie(opened);
    const locale = hasLocale(routing.locales, opened.locale) ? opened.locale : routing.defaultLocale;
    const start = routes.start({ isStaff: opened.role !== "CUSTOMER" });
    const home = getPathname({ href: start, locale });
    return redirectToPath(safeReturnPath(parsedInput.back) ?? home);
  });

export const signUpAction = publicAction
  .inputSchema(formInput(signUpSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const limit = await ctx.deps.rateLimits.take("sign-up", ctx.ip ?? "unknown");
    if (!limit.allowed) return refuse("rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    return signUp(ctx.deps, parsedInput);
  });

export async function signOutAction(): Promise<void> {
  const session = await loadSession();
  if (session) await signOut(getDeps(), session.actor);
  await clearSessionCookie();
  redirect({ href: routes.signIn(), locale: await getLocale() });
}

export const verifyEmailAction = publicAction
  .inputSchema(formInput(verifyEmailSchema))
  .stateAction(({ parsedInput, ctx }) => verifyEmail(ctx.deps, parsedInput));

/** A form without fields. */
const noInput = formInput(z.object({}));

/** What changed is on the page that is open: it is drawn again with the answer. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

export const requestEmailVerificationAction = userAction
  .inputSchema(noInput)
  .stateAction(({ ctx }) => requestEmailVerification(ctx.deps, ctx.actor));

export const requestPasswordResetAction = publicAction
  .inputSchema(formInput(requestPasswordResetSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const limit = await ctx.deps.rateLimits.take("password-reset", ctx.ip ?? "unknown");
    if (!limit.allowed) return refuse("rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    const evenly = new Promise((resolve) => setTimeout(resolve, EVEN_ANSWER_MS));
    await Promise.all([requestPasswordReset(ctx.deps, parsedInput), evenly]);
    return ok();
  });

export const resetPasswordAction = publicAction
  .inputSchema(formInput(resetPasswordSchema))
  .stateAction(({ parsedInput, ctx }) => resetPassword(ctx.deps, ctx.visitor, parsedInput));

export const changePasswordAction = userAction
  .inputSchema(formInput(changePasswordSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await changePassword(ctx.deps, ctx.actor, parsedInput)),
  );

export const updateProfileAction = userAction
  .inputSchema(formInput(updateProfileSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await updateProfile(ctx.deps, ctx.actor, parsedInput)),
  );

export const revokeSessionAction = userAction
  .inputSchema(formInput(revokeSessionSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await revokeSession(ctx.deps, ctx.actor, parsedInput)),
  );

export const revokeOtherSessionsAction = userAction
  .inputSchema(noInput)
  .stateAction(async ({ ctx }) => refreshed(await revokeOtherSessions(ctx.deps, ctx.actor)));

const YEAR_SECONDS = 31_536_000;

export const updatePreferencesAction = userAction
  .inputSchema(formInput(updatePreferencesSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await updatePreferences(ctx.deps, ctx.actor, parsedInput);
    // What this device chose in the menu gives way to what was chosen now.
    (await cookies()).set(THEME_COOKIE, parsedInput.theme.toLowerCase(), {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "lax",
    });
    return refreshed(answer);
  });

export const dismissOnboardingAction = userAction
  .inputSchema(noInput)
  .stateAction(async ({ ctx }) => refreshed(await dismissOnboarding(ctx.deps, ctx.actor)));

export const reviewSecurityAction = userAction
  .inputSchema(noInput)
  .stateAction(async ({ ctx }) => refreshed(await reviewSecurity(ctx.deps, ctx.actor)));

export const changeEmailAction = userAction
  .inputSchema(formInput(changeEmailSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await requestEmailChange(ctx.deps, ctx.actor, parsedInput)),
  );

export const cancelEmailChangeAction = userAction
  .inputSchema(noInput)
  .stateAction(async ({ ctx }) => refreshed(await cancelEmailChange(ctx.deps, ctx.actor)));

const NO_PHONE = "none";

/** What was typed as a phone number: E.164, null where it was left empty. */
const typedPhone = z
  .string()
  .trim()
  .max(40)
  .transform((text) => (text === "" ? null : (readPhone(text) ?? NO_PHONE)))
  .pipe(phoneSchema);

export const updatePhoneAction = userAction
  .inputSchema(formInput(z.object({ phone: typedPhone })))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await updatePhone(ctx.deps, ctx.actor, parsedInput)),
  );
