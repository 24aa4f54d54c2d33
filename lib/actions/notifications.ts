"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { markRead } from "@/lib/domain/notifications/commands/mark-read";
import { routes } from "@/lib/routes";
import { userAction } from "./client";

/** One, or all where none is named. */
export const markReadAction = userAction
  .inputSchema(z.object({ notificationId: z.uuid().optional() }))
  .action(async ({ parsedInput, ctx }) => {
    const answer = await markRead(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** The person looks at these orders: what the bell would tell of them is seen. Pages hear of it as of any reading. */
export const seeOrdersAction = userAction
  .inputSchema(z.object({ orderIds: z.array(z.uuid()).min(1).max(100) }))
  .action(({ parsedInput, ctx }) =>
    markRead(ctx.deps, ctx.actor, { hrefs: parsedInput.orderIds.map((id) => routes.activation(id)) }),
  );
