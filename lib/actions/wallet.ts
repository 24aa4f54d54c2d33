"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requestJobRun } from "@/lib/domain/operations/commands/request-run";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { topUpSandbox } from "@/lib/domain/wallet/commands/top-up-sandbox";
import { grantSchema, topUpSchema } from "@/lib/domain/wallet/schema";
import { staffAction, userAction } from "./client";
import { formInput } from "./form-input";

/** Play money for the demo; refused outside it. */
export const topUpAction = userAction
  .inputSchema(topUpSchema)
  .action(({ parsedInput, ctx }) => topUpSandbox(ctx.deps, ctx.actor, parsedInput));

/** An admin gives credit, or takes it back with a minus. */
export const grantCreditAction = staffAction("ADMIN")
  .inputSchema(formInput(grantSchema))
  .stateAction(async ({ parsedInput, ctx }) => {
    const answer = await grantCredit(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Asks the job that reconciles the books for a round now. */
export const checkLedgerAction = staffAction("ADMIN")
  .inputSchema(formInput(z.object({})))
  .stateAction(({ ctx }) => requestJobRun(ctx.deps, ctx.actor, "check-ledger"));
