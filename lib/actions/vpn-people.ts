"use server";

import { refresh } from "next/cache";
import { ok } from "@/lib/domain/kernel/result";
import { extendSubscription } from "@/lib/domain/vpn/commands/extend-subscription";
import { moveSubscription } from "@/lib/domain/vpn/commands/move-subscription";
import { revokeSubscription } from "@/lib/domain/vpn/commands/revoke-subscription";
import { resumeSubscription, suspendSubscription } from "@/lib/domain/vpn/commands/suspend-subscription";
import { previewClosing, previewExtension, previewMove } from "@/lib/domain/vpn/queries/decision-effects";
import { extendSchema, moveSchema, staffDecisionSchema } from "@/lib/domain/vpn/schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";
import { closingSentences, extensionSentences, moveSentences } from "./vpn-effects";

/** What changed is on the page that is open: it is drawn again with the answer. */
function refreshed<T>(answer: T): T {
  refresh();
  return answer;
}

const oneSchema = formInput(staffDecisionSchema.pick({ subscriptionId: true }));

export const extendSubscriptionAction = staffAction("ADMIN")
  .inputSchema(formInput(extendSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await extendSubscription(ctx.deps, ctx.actor, parsedInput)),
  );

export const previewExtensionAction = staffAction("ADMIN")
  .inputSchema(formInput(extendSchema.omit({ reason: true })))
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewExtension(ctx.deps, ctx.actor, parsedInput);
    return preview.ok ? ok({ lines: await extensionSentences(preview.effect) }) : preview;
  });

export const moveSubscriptionAction = staffAction("ADMIN")
  .inputSchema(formInput(moveSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await moveSubscription(ctx.deps, ctx.actor, parsedInput)),
  );

export const previewMoveAction = staffAction("ADMIN")
  .inputSchema(formInput(moveSchema.omit({ reason: true })))
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewMove(ctx.deps, ctx.actor, parsedInput);
    return preview.ok ? ok({ lines: await moveSentences(preview.effect) }) : preview;
  });

export const suspendSubscriptionAction = staffAction("ADMIN")
  .inputSchema(formInput(staffDecisionSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await suspendSubscription(ctx.deps, ctx.actor, parsedInput)),
  );

export const previewSuspensionAction = staffAction("ADMIN")
  .inputSchema(oneSchema)
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewClosing(ctx.deps, ctx.actor, parsedInput.subscriptionId);
    return preview.ok ? ok({ lines: await closingSentences("suspend", preview.effect) }) : preview;
  });

export const resumeSubscriptionAction = staffAction("ADMIN")
  .inputSchema(formInput(staffDecisionSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await resumeSubscription(ctx.deps, ctx.actor, parsedInput)),
  );

export const previewResumptionAction = staffAction("ADMIN")
  .inputSchema(oneSchema)
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewClosing(ctx.deps, ctx.actor, parsedInput.subscriptionId);
    return preview.ok ? ok({ lines: await closingSentences("resume", preview.effect) }) : preview;
  });

export const revokeSubscriptionAction = staffAction("ADMIN")
  .inputSchema(formInput(staffDecisionSchema))
  .stateAction(async ({ parsedInput, ctx }) =>
    refreshed(await revokeSubscription(ctx.deps, ctx.actor, parsedInput)),
  );

export const previewRevocationAction = staffAction("ADMIN")
  .inputSchema(oneSchema)
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewClosing(ctx.deps, ctx.actor, parsedInput.subscriptionId);
    return preview.ok ? ok({ lines: await closingSentences("revoke", preview.effect) }) : preview;
  });
