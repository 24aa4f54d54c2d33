"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { refuse } from "@/lib/domain/kernel/result";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { cancelSubscription } from "@/lib/domain/vpn/commands/cancel-subscription";
import { renewSubscription } from "@/lib/domain/vpn/commands/renew-subscription";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { startPlanInvoice } from "@/lib/domain/vpn/commands/start-plan-invoice";
import { switchAutoRenewal } from "@/lib/domain/vpn/commands/switch-auto-renewal";
import { upgradePlan } from "@/lib/domain/vpn/commands/upgrade-plan";
import { planInvoiceSchema, renewSchema, upgradeSchema } from "@/lib/domain/vpn/schema";
import { localePath } from "@/lib/i18n/locale-path";
import { userAction } from "./client";

const buyInput = z.object({
  planId: z.uuid(),
  /** The price on the button that was pressed. */
  price: z.string().max(20),
  isAutoRenew: z.boolean(),
  /** Made when the dialog was opened: a double click buys once. */
  key: z.uuid(),
});

/** Buys a plan from the wallet at the price that was shown, or begins a trial. */
export const buyPlanAction = userAction.inputSchema(buyInput).action(async ({ parsedInput, ctx }) => {
  const expectedPriceMicros = parseDecimal(parsedInput.price);
  if (expectedPriceMicros === null) return refuse("invalid_input");
  const { planId, isAutoRenew, key } = parsedInput;
  const { userId } = ctx.actor;
  return buyPlan(ctx.deps, ctx.actor, { userId }, { planId, key, isAutoRenew, expectedPriceMicros });
});

/** Begins the payment of a plan outside the wallet and tells where to pay. */
export const startPlanInvoiceAction = userAction
  .inputSchema(planInvoiceSchema)
  .action(async ({ parsedInput, ctx }) =>
    startPlanInvoice(ctx.deps, ctx.actor, { ...parsedInput, localePath: localePath(await getLocale()) }),
  );

export const renewSubscriptionAction = userAction
  .inputSchema(renewSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await renewSubscription(ctx.deps, ctx.actor, { userId: ctx.actor.userId }, parsedInput);
    refresh();
    return answer.ok ? { ok: true as const } : answer;
  });

export const upgradePlanAction = userAction
  .inputSchema(upgradeSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await upgradePlan(ctx.deps, ctx.actor, { userId: ctx.actor.userId }, parsedInput);
    refresh();
    return answer.ok ? { ok: true as const } : answer;
  });

const oneInput = z.object({ subscriptionId: z.uuid() });

export const cancelSubscriptionAction = userAction
  .inputSchema(oneInput)
  .action(async ({ parsedInput, ctx }) => {
    const { userId } = ctx.actor;
    const answer = await cancelSubscription(ctx.deps, ctx.actor, userId, parsedInput.subscriptionId);
    refresh();
    return answer;
  });

export const rotateLinkAction = userAction
  .inputSchema(oneInput.extend({ leaked: z.boolean() }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await rotateLink(ctx.deps, ctx.actor, ctx.actor.userId, parsedInput);
    refresh();
    return answer;
  });

export const switchAutoRenewalAction = userAction
  .inputSchema(oneInput.extend({ isOn: z.boolean() }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await switchAutoRenewal(ctx.deps, ctx.actor, ctx.actor.userId, parsedInput);
    refresh();
    return answer;
  });
