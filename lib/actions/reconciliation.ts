"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requestReconciliation } from "@/lib/domain/reconciliation/commands/request-reconciliation";
import { staffAction } from "./client";
import { formInput } from "./form-input";

/** Asks for a comparison of the books now; one that runs already is the answer. */
export const requestReconciliationAction = staffAction("ADMIN")
  .inputSchema(formInput(z.object({})))
  .stateAction(async ({ ctx }) => {
    const answer = await requestReconciliation(ctx.deps, ctx.actor);
    refresh();
    return answer;
  });
