"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { addProvider } from "@/lib/domain/supply/commands/add-provider";
import { resumeProvider } from "@/lib/domain/supply/commands/resume-provider";
import { testProvider } from "@/lib/domain/supply/commands/test-provider";
import { updateProvider } from "@/lib/domain/supply/commands/update-provider";
import {
  addProviderSchema,
  providerIdSchema,
  updateProviderSchema,
} from "@/lib/domain/supply/provider-schema";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** Sets up a supplier and shows it, switched off. */
export const addProviderAction = staffAction("ADMIN")
  .inputSchema(formInput(addProviderSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const added = await addProvider(ctx.deps, ctx.actor, parsedInput);
    if (!added.ok) return added;
    return redirect({ href: routes.adminProvider(added.providerId), locale: await getLocale() });
  });

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
