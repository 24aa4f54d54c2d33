"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requestJobRun } from "@/lib/domain/operations/commands/request-run";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { previewAdjustment } from "@/lib/domain/wallet/queries/preview-adjustment";
import { grantSchema, previewSchema } from "@/lib/domain/wallet/schema";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** What a grant would post, before it is posted. */
export const previewAdjustmentAction = staffAction("ADMIN")
  .inputSchema(previewSchema)
  .action(({ parsedInput, ctx }) => previewAdjustment(ctx.deps, ctx.actor, parsedInput));

/** An admin gives credit, or takes it back with a minus. */
export const grantCreditAction = staffAction("ADMIN")
  .inputSchema(grantSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await grantCredit(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Asks the job that reconciles the books for a round now. */
export const checkLedgerAction = staffAction("ADMIN")
  .inputSchema(formInput(z.object({})))
  .stateAction(({ ctx }) => requestJobRun(ctx.deps, ctx.actor, "check-ledger"));
