"use server";

import { refresh } from "next/cache";
import { createEndpoint } from "@/lib/domain/webhooks/commands/create-endpoint";
import { deleteEndpoint } from "@/lib/domain/webhooks/commands/delete-endpoint";
import { resendDelivery } from "@/lib/domain/webhooks/commands/resend-delivery";
import { rotateSecret } from "@/lib/domain/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/domain/webhooks/commands/send-test-event";
import { switchEndpoint } from "@/lib/domain/webhooks/commands/switch-endpoint";
import { updateEndpoint } from "@/lib/domain/webhooks/commands/update-endpoint";
import {
  createEndpointSchema,
  deliveryIdSchema,
  endpointIdSchema,
  switchEndpointSchema,
  testEventSchema,
  updateEndpointSchema,
} from "@/lib/domain/webhooks/schema";
import { userAction } from "./client";

/** Makes an endpoint; the answer holds its secret, this once. */
export const createEndpointAction = userAction
  .inputSchema(createEndpointSchema)
  .action(({ parsedInput, ctx }) => createEndpoint(ctx.deps, ctx.actor, parsedInput));

export const updateEndpointAction = userAction
  .inputSchema(updateEndpointSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await updateEndpoint(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

export const deleteEndpointAction = userAction
  .inputSchema(endpointIdSchema)
  .action(({ parsedInput, ctx }) => deleteEndpoint(ctx.deps, ctx.actor, parsedInput));

/** A new secret; the answer holds it, this once. */
export const rotateSecretAction = userAction
  .inputSchema(endpointIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await rotateSecret(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

export const switchEndpointAction = userAction
  .inputSchema(switchEndpointSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await switchEndpoint(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

/** Sends an example at once; answers when the receiver has. */
export const sendTestEventAction = userAction
  .inputSchema(testEventSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await sendTestEvent(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });

export const resendDeliveryAction = userAction
  .inputSchema(deliveryIdSchema)
  .action(async ({ parsedInput, ctx }) => {
    const answer = await resendDelivery(ctx.deps, ctx.actor, parsedInput);
    refresh();
    return answer;
  });
