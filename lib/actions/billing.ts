"use server";

import { refresh } from "next/cache";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { invoiceIdSchema, refundPaymentSchema, startTopUpSchema } from "@/lib/domain/billing/schema";
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
