"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { setSetting } from "@/lib/domain/settings/commands/set-setting";
import { LEGAL_TEXTS, SETTINGS } from "@/lib/domain/settings/schema";
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

/** The form has one field for each verification level, and counts as text. */
const limitsForm = z
  .object({ day0: z.string(), day1: z.string(), day2: z.string(), day3: z.string() })
  .loose()
  .transform(({ day0, day1, day2, day3, btcConfirmations, ...rest }) => ({
    ...rest,
    btcConfirmations: Number(btcConfirmations),
    topUpPerDay: [day0, day1, day2, day3],
  }))
  .pipe(SETTINGS["billing.limits"].extend({ seenAt }));

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
