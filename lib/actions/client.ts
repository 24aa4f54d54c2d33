import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { visitorFrom } from "@/lib/auth/request-facts";
import { isDatabaseAway } from "@/lib/db/outage";
import { getDeps } from "@/lib/deps";
import { recordRefusedTry } from "@/lib/domain/audit/commands";
import { hasRole, type StaffRole } from "@/lib/domain/identity/policy";
import { isRefusalError, type RefusalCode, RefusalError } from "@/lib/domain/kernel/errors";
import type { Refusal } from "@/lib/domain/kernel/result";
import { withoutLocale } from "@/lib/i18n/locale-path";
import { loadSession } from "@/lib/loaders/session";
import type { LimitName } from "@/lib/rate-limit/limits";

/** What an action answers when it could not run: a refusal, with the request's id to quote. */
export interface ActionFailure extends Refusal<RefusalCode> {
  requestId: string | null;
}

/** Takes one point of a limit. Throws rate_limited when there is none left. */
export async function takeLimit(name: LimitName, key: string): Promise<void> {
  const verdict = await getDeps().rateLimits.take(name, key);
  if (!verdict.allowed)
    throw new RefusalError("rate_limited", { retryAfterSeconds: verdict.retryAfterSeconds });
}

const client = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  async handleServerError(error): Promise<ActionFailure> {
    const { requestId } = visitorFrom(await headers());
    if (isRefusalError(error))
      return { ok: false, reason: error.patchbayCode, details: error.details, requestId };
    const log = getDeps().log;
    if (isDatabaseAway(error)) log.warn({ err: error, requestId }, "the database is away");
    else log.error({ err: error, requestId }, "an action failed unexpectedly");
    return { ok: false, reason: "unavailable", requestId };
  },
});

/** Anybody. `ctx.actor` is null for visitors, who share a limit per address. */
export const publicAction = client.use(async ({ next }) => {
  const deps = getDeps();
  const visitor = visitorFrom(await headers());
  const actor = (await loadSession())?.actor ?? null;
  await (actor
    ? takeLimit("action.user", actor.userId)
    : takeLimit("action.anonymous", visitor.ipAddress ?? "unknown"));
  return next({ ctx: { deps, actor, visitor, requestId: visitor.requestId, ip: visitor.ipAddress } });
});

/** Somebody who is signed in. */
export const userAction = publicAction.use(async ({ next, ctx }) => {
  if (!ctx.actor) throw new RefusalError("session_expired");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** Staff of at least this role. */
export function staffAction(least: StaffRole) {
  return userAction.use(async ({ next, ctx }) => {
    if (hasRole(ctx.actor.role, least)) return next({ ctx });
    if (hasRole(ctx.actor.role, "SUPPORT"))
      await recordRefusedTry(ctx.deps, ctx.actor, { page: pageOf(await headers()), needs: least });
    throw new RefusalError("forbidden");
  });
}

/** The page that an action was called from, in no language; "-" where the browser does not say. */
function pageOf(sent: Headers): string {
  const from = URL.parse(sent.get("referer") ?? "");
  return from ? withoutLocale(from.pathname) : "-";
}
