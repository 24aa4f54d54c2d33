"use server";

import { refresh } from "next/cache";
import { resumeProvider } from "@/lib/domain/supply/commands/resume-provider";
import { testProvider } from "@/lib/domain/supply/commands/test-provider";
import { updateProvider } from "@/lib/domain/supply/commands/update-provider";
import { providerIdSchema, updateProviderSchema } from "@/lib/domain/supply/provider-schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** Saves a provider's terms; an empty key leaves the stored one. */
export const updateProviderAction = staffAction("ADMIN")
  .inputSchema(formInput(updateProviderSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await updateProvider(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Buys there again at once. */
export const resumeProviderAction = staffAction("ADMIN")
  .inputSchema(providerIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await resumeProvider(ctx.deps, ctx.actor, parsedInput.id);
    refresh();
    return answer;
  });

/** Asks for balance and prices now. */
export const testProviderAction = staffAction("ADMIN")
  .inputSchema(providerIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await testProvider(ctx.deps, ctx.actor, parsedInput.id);
    refresh();
    return answer;
  });
