"use server";

import { refresh } from "next/cache";
import { endSessionsOf, resendVerification } from "@/lib/domain/identity/commands/help-user";
import { setLevel } from "@/lib/domain/identity/commands/raise-level";
import { setRole } from "@/lib/domain/identity/commands/set-role";
import { reinstateUser, suspendUser } from "@/lib/domain/identity/commands/suspend-user";
import {
  endSessionsSchema,
  resendVerificationSchema,
  setLevelSchema,
  setRoleSchema,
  suspendUserSchema,
} from "@/lib/domain/identity/schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** What changed is on the page that is open: it is drawn again with the answer. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

export const suspendUserAction = staffAction("ADMIN")
  .inputSchema(formInput(suspendUserSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await suspendUser(ctx.deps, ctx.actor, parsedInput)),
  );

export const reinstateUserAction = staffAction("ADMIN")
  .inputSchema(formInput(suspendUserSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await reinstateUser(ctx.deps, ctx.actor, parsedInput)),
  );

export const setRoleAction = staffAction("ADMIN")
  .inputSchema(formInput(setRoleSchema))
  .stateAction(async ({ parsedInput, ctx }) => refreshed(await setRole(ctx.deps, ctx.actor, parsedInput)));

export const setLevelAction = staffAction("ADMIN")
  .inputSchema(formInput(setLevelSchema))
  .stateAction(async ({ parsedInput, ctx }) => refreshed(await setLevel(ctx.deps, ctx.actor, parsedInput)));

export const endSessionsAction = staffAction("ADMIN")
  .inputSchema(formInput(endSessionsSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await endSessionsOf(ctx.deps, ctx.actor, parsedInput)),
  );

export const resendVerificationAction = staffAction("ADMIN")
  .inputSchema(formInput(resendVerificationSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await resendVerification(ctx.deps, ctx.actor, parsedInput)),
  );
