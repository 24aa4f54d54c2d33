"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { setSetting } from "@/lib/domain/settings/commands/set-setting";
import { dollars, LEGAL_TEXTS, SETTINGS } from "@/lib/domain/settings/schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** `changedAt` of what the editor saw; empty while the default stood. */
const seenAt = z.string().transform((text) => text || null);

export const setBrandAction = staffAction("ADMIN")
  .inputSchema(formInput(SETTINGS.brand.extend({ seenAt })))
  .stateAction(async ({ parsedInput: { seenAt: seen, ...value }, ctx }) => {
    const answer = await setSetting(ctx.deps, ctx.actor, { key: "brand", value, seenAt: seen });
    refresh();
    return answer;
  });

export const setLegalTextAction = staffAction("ADMIN")
  .inputSchema(formInput(SETTINGS["legal.terms"].extend({ seenAt, text: z.enum(LEGAL_TEXTS) })))
  .stateAction(async ({ parsedInput: { seenAt: seen, text, ...value }, ctx }) => {
    const answer = await setSetting(ctx.deps, ctx.actor, { key: `legal.${text}`, value, seenAt: seen });
    refresh();
    return answer;
  });

const LIMITS = SETTINGS["billing.limits"];

/** The form has one field for each verification level; what a higher one may bring in is not less. */
const limitsForm = LIMITS.omit({ topUpPerDay: true })
  .extend({ seenAt, day0: dollars, day1: dollars, day2: dollars, day3: dollars })
  .transform(({ day0, day1, day2, day3, ...rest }, context) => {
    const topUpPerDay: z.infer<typeof LIMITS>["topUpPerDay"] = [day0, day1, day2, day3];
    for (const [level, most] of topUpPerDay.entries()) {
      if (level > 0 && Number(most) < Number(topUpPerDay[level - 1]))
        context.addIssue({ code: "custom", path: [`day${level}`], message: "amount_invalid" });
    }
    return { ...rest, topUpPerDay };
  });

export const setSellerAction = staffAction("ADMIN")
  .inputSchema(formInput(SETTINGS["billing.seller"].extend({ seenAt })))
  .stateAction(async ({ parsedInput: { seenAt: seen, ...value }, ctx }) => {
    const answer = await setSetting(ctx.deps, ctx.actor, { key: "billing.seller", value, seenAt: seen });
    refresh();
    return answer;
  });

export const setLimitsAction = staffAction("ADMIN")
  .inputSchema(formInput(limitsForm))
  .stateAction(async ({ parsedInput: { seenAt: seen, ...value }, ctx }) => {
    const answer = await setSetting(ctx.deps, ctx.actor, { key: "billing.limits", value, seenAt: seen });
    refresh();
    return answer;
  });

export const setRatesAction = staffAction("ADMIN")
  .inputSchema(formInput(SETTINGS["billing.rates"].extend({ seenAt })))
  .stateAction(async ({ parsedInput: { seenAt: seen, ...value }, ctx }) => {
    const answer = await setSetting(ctx.deps, ctx.actor, { key: "billing.rates", value, seenAt: seen });
    refresh();
    return answer;
  });
