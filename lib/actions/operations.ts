"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requestJobRun } from "@/lib/domain/operations/commands/request-run";
import { settleEvent } from "@/lib/domain/operations/commands/settle-event";
import { eventIdSchema, jobNameSchema } from "@/lib/domain/operations/schema";
import { staffAction } from "./client";

/** Asks for a round of one job now. */
export const requestJobRunAction = staffAction("ADMIN")
  .inputSchema(z.object({ name: jobNameSchema }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await requestJobRun(ctx.deps, ctx.actor, parsedInput.name);
    refresh();
    return answer;
  });

/** Tells stuck news again, or gives it up. */
export const settleEventAction = staffAction("ADMIN")
  .inputSchema(z.object({ id: eventIdSchema, step: z.enum(["retry", "discard"]) }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await settleEvent(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
