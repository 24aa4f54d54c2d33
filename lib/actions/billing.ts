"use server";

import { refresh } from "next/cache";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { changeMethod } from "@/lib/domain/billing/commands/change-method";
import { decideStray } from "@/lib/domain/billing/commands/decide-stray";
import { liftFreeze } from "@/lib/domain/billing/commands/freeze-wallet";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { resolveAlert } from "@/lib/domain/billing/commands/resolve-alert";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import {
  decideStraySchema,
  invoiceIdSchema,
  liftFreezeSchema,
  methodSettingsSchema,
  refundPaymentSchema,
  resolveAlertSchema,
  startTopUpSchema,
} from "@/lib/domain/billing/schema";
import { staffAction, userAction } from "./client";
import { formInput } from "./form-input";

/** Begins a top-up and tells where to pay. */
export const startTopUpAction = userAction
  .inputSchema(startTopUpSchema)
  .action(({ parsedInput, ctx }) => startTopUp(ctx.deps, ctx.actor, parsedInput));

/** Takes one's own unpaid invoice back. */
export const cancelInvoiceAction = userAction
  .inputSchema(invoiceIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await cancelInvoice(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator gives a payment back to where it came from. */
export const refundPaymentAction = staffAction("ADMIN")
  .inputSchema(formInput(refundPaymentSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await refundPayment(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator has seen to an alert. */
export const resolveAlertAction = staffAction("ADMIN")
  .inputSchema(formInput(resolveAlertSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await resolveAlert(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator decides what money is that no invoice asked for. */
export const decideStrayAction = staffAction("ADMIN")
  .inputSchema(formInput(decideStraySchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await decideStray(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator changes how a way of paying is run. */
export const changeMethodAction = staffAction("ADMIN")
  .inputSchema(formInput(methodSettingsSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await changeMethod(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator lets a wallet pay again. */
export const liftFreezeAction = staffAction("ADMIN")
  .inputSchema(formInput(liftFreezeSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await liftFreeze(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
