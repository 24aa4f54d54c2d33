"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { createKey } from "@/lib/domain/api-keys/commands/create-key";
import { revokeKey } from "@/lib/domain/api-keys/commands/revoke-key";
import { rotateKey } from "@/lib/domain/api-keys/commands/rotate-key";
import { setUserLimit } from "@/lib/domain/api-keys/commands/set-user-limit";
import { updateKey } from "@/lib/domain/api-keys/commands/update-key";
import { getKey } from "@/lib/domain/api-keys/queries/own-keys";
import { keyIdSchema, rotateKeySchema } from "@/lib/domain/api-keys/schema";
import { confirmPassword } from "@/lib/domain/identity/commands/confirm-password";
import { customerScope } from "@/lib/domain/kernel/actor";
import { archiveProject } from "@/lib/domain/projects/commands/archive-project";
import { createProject } from "@/lib/domain/projects/commands/create-project";
import { updateProject } from "@/lib/domain/projects/commands/update-project";
import { projectIdSchema } from "@/lib/domain/projects/schema";
import { staffAction, userAction } from "./client";
import { formInput } from "./form-input";
import { keySettingsForm, newKeyForm, projectForm, userLimitForm } from "./key-form";

/** What changed is on the page that is open: it is drawn again with the answer. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

export const createProjectAction = userAction
  .inputSchema(projectForm)
  .action(({ parsedInput, ctx }) =>
    createProject(ctx.deps, ctx.actor, { ...parsedInput, userId: ctx.actor.userId }),
  );

export const updateProjectAction = userAction
  .inputSchema(projectForm.extend({ projectId: projectIdSchema }))
  .action(async ({ parsedInput, ctx }) => refreshed(await updateProject(ctx.deps, ctx.actor, parsedInput)));

export const archiveProjectAction = userAction
  .inputSchema(z.object({ projectId: projectIdSchema }))
  .action(async ({ parsedInput, ctx }) => refreshed(await archiveProject(ctx.deps, ctx.actor, parsedInput)));

/** The answer holds the key, this once. A live key spends money: the password is asked for. */
export const createKeyAction = userAction.inputSchema(newKeyForm).action(async ({ parsedInput, ctx }) => {
  const { currentPassword, ...input } = parsedInput;
  if (input.mode === "LIVE") {
    const confirmed = await confirmPassword(ctx.deps, ctx.actor, currentPassword);
    if (!confirmed.ok) return confirmed;
  }
  return createKey(ctx.deps, ctx.actor, { ...input, userId: ctx.actor.userId });
});

export const updateKeyAction = userAction
  .inputSchema(keySettingsForm.extend({ keyId: keyIdSchema }))
  .action(async ({ parsedInput, ctx }) => refreshed(await updateKey(ctx.deps, ctx.actor, parsedInput)));

/** The answer holds the new key, this once; the page is not drawn again under it. */
export const rotateKeyAction = userAction
  .inputSchema(rotateKeySchema.extend({ currentPassword: z.string().max(1_000) }))
  .action(async ({ parsedInput: { currentPassword, ...input }, ctx }) => {
    const key = await getKey(ctx.deps, customerScope(ctx.actor), input.keyId);
    if (key?.mode === "LIVE") {
      const confirmed = await confirmPassword(ctx.deps, ctx.actor, currentPassword);
      if (!confirmed.ok) return confirmed;
    }
    return rotateKey(ctx.deps, ctx.actor, input);
  });

export const revokeKeyAction = userAction
  .inputSchema(z.object({ keyId: keyIdSchema }))
  .action(async ({ parsedInput, ctx }) => refreshed(await revokeKey(ctx.deps, ctx.actor, parsedInput)));

/** An administrator takes somebody's key away. */
export const revokeAnyKeyAction = staffAction("ADMIN")
  .inputSchema(formInput(z.object({ keyId: keyIdSchema, reason: z.string().trim().min(3).max(500) })))
  .stateAction(async ({ parsedInput, ctx }) => refreshed(await revokeKey(ctx.deps, ctx.actor, parsedInput)));

export const setUserLimitAction = staffAction("ADMIN")
  .inputSchema(formInput(userLimitForm))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await setUserLimit(ctx.deps, ctx.actor, parsedInput)),
  );
