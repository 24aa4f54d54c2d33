"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { markRead } from "@/lib/domain/notifications/commands/mark-read";
import { userAction } from "./client";

/** One, or all where none is named. */
export const markReadAction = userAction
  .inputSchema(z.object({ notificationId: z.uuid().optional() }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await markRead(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
