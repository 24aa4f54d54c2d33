"use server";

import { refresh } from "next/cache";
import { cancelWithdrawal } from "@/lib/domain/billing/commands/cancel-withdrawal";
import { decideWithdrawal } from "@/lib/domain/billing/commands/decide-withdrawal";
import { requestWithdrawal } from "@/lib/domain/billing/commands/request-withdrawal";
import {
  decideWithdrawalSchema,
  requestWithdrawalSchema,
  withdrawalIdSchema,
} from "@/lib/domain/billing/withdrawal-schema";
import { staffAction, userAction } from "./client";
import { formInput } from "./form-input";

/** Asks for money back and tells which request it is. */
export const requestWithdrawalAction = userAction
  .inputSchema(requestWithdrawalSchema)
  .action(({ parsedInput, ctx }) => requestWithdrawal(ctx.deps, ctx.actor, parsedInput));

/** Takes one's own waiting request back. */
export const cancelWithdrawalAction = userAction
  .inputSchema(withdrawalIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await cancelWithdrawal(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** An administrator approves a withdrawal, refuses it, or says how it was paid out. */
export const decideWithdrawalAction = staffAction("ADMIN")
  .inputSchema(formInput(decideWithdrawalSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await decideWithdrawal(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
