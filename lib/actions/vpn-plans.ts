"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { ok } from "@/lib/domain/kernel/result";
import { savePlan, setPlanActive } from "@/lib/domain/vpn/commands/save-plan";
import { planOfForm } from "@/lib/domain/vpn/plan-form";
import { previewPlanShelf } from "@/lib/domain/vpn/queries/plan-shelf";
import { savePlanSchema } from "@/lib/domain/vpn/schema";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { staffAction } from "./client";
import { flatForm } from "./flat-form";
import { formInput } from "./form-input";
import { shelfSentences } from "./vpn-effects";

/** A new plan, or one changed; where its terms were sold it goes on under a new id, whose page is opened. */
export const savePlanAction = staffAction("ADMIN")
  .inputSchema(flatForm(savePlanSchema, planOfForm))
  .stateAction(async ({ parsedInput, ctx }) => {
    const saved = await savePlan(ctx.deps, ctx.actor, parsedInput);
    if (saved.ok && saved.planId !== parsedInput.planId)
      return redirect({ href: routes.adminVpnPlan(saved.planId), locale: await getLocale() });
    refresh();
    return saved;
  });

const shelfSchema = formInput(
  z.object({ planId: z.uuid(), isActive: z.enum(["yes", "no"]).transform((word) => word === "yes") }),
);

/** Takes a plan off the shelf, or puts it back. */
export const setPlanActiveAction = staffAction("ADMIN")
  .inputSchema(shelfSchema)
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await setPlanActive(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Whom that touches, in sentences. */
export const previewPlanShelfAction = staffAction("ADMIN")
  .inputSchema(shelfSchema)
  .action(async ({ parsedInput, ctx }) => {
    const preview = await previewPlanShelf(ctx.deps, ctx.actor, parsedInput.planId);
    return preview.ok ? ok({ lines: await shelfSentences(parsedInput.isActive, preview.effect) }) : preview;
  });
