import type { z } from "@hono/zod-openapi";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { createEndpoint } from "@/lib/domain/webhooks/commands/create-endpoint";
import { deleteEndpoint } from "@/lib/domain/webhooks/commands/delete-endpoint";
import { resendDelivery as resend } from "@/lib/domain/webhooks/commands/resend-delivery";
import { rotateSecret } from "@/lib/domain/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/domain/webhooks/commands/send-test-event";
import { switchEndpoint } from "@/lib/domain/webhooks/commands/switch-endpoint";
import { updateEndpoint } from "@/lib/domain/webhooks/commands/update-endpoint";
import { getDelivery as readDelivery } from "@/lib/domain/webhooks/queries/deliveries";
import { listDeliveriesAfter } from "@/lib/domain/webhooks/queries/deliveries-after";
import { getEndpoint, listEndpoints } from "@/lib/domain/webhooks/queries/endpoints";
import type { DeliveryLine, DeliveryView, EndpointView } from "@/lib/domain/webhooks/types";
import { type Call, implement } from "../call";
import { badCursor, cutPage, pageSize, readCursor, timeAndId } from "../cursor";
import {
  createWebhook,
  deleteWebhook,
  getDelivery,
  getWebhook,
  listDeliveries,
  listWebhooks,
  resendDelivery,
  rotateWebhookSecret,
  switchWebhook,
  testWebhook,
  updateWebhook,
} from "../operations/webhooks";
import type { deliveryDetail, deliveryList, webhook } from "../schemas/webhooks";
import { isUuid } from "./uuid";

type One = Call<{ id: string }, unknown, unknown>;

function webhookAnswer(view: EndpointView): z.input<typeof webhook> {
  return {
    id: view.id,
    projectId: view.project?.id ?? null,
    url: view.url,
    description: view.description,
    format: view.format,
    events: view.events,
    isSandbox: view.isSandbox,
    isOn: view.disabledAt === null,
    offBecause: view.disabledReason,
    failingSince: view.failingSince,
    lastSuccessAt: view.lastSuccessAt,
    lastFailureAt: view.lastFailureAt,
    previousSecretUntil: view.previousSecretUntil,
    createdAt: view.createdAt,
  };
}

function lineAnswer(view: DeliveryLine): z.input<typeof deliveryList>["data"][number] {
  return {
    id: view.id,
    messageId: view.messageId,
    event: view.eventType,
    status: view.status,
    attempts: view.attemptCount,
    lastStatusCode: view.lastStatusCode,
    lastError: view.lastErrorCode,
    isTest: view.isTest,
    createdAt: view.createdAt,
    nextAttemptAt: view.nextAttemptAt,
    finishedAt: view.finishedAt,
  };
}

function detailAnswer(view: DeliveryView): z.input<typeof deliveryDetail> {
  return {
    ...lineAnswer(view),
    webhookId: view.endpointId,
    body: view.body,
    tries: view.attempts.map((attempt) => ({
      number: attempt.number,
      startedAt: attempt.startedAt,
      durationMs: attempt.durationMs,
      requestHeaders: attempt.requestHeaders,
      statusCode: attempt.statusCode,
      responseHeaders: attempt.responseHeaders,
      responseBody: attempt.responseBody,
      error: attempt.errorCode,
    })),
  };
}

/** Whether this key may see it: of the sandbox or not, and of its own project alone where it has one. */
function isSeen({ key }: Pick<One, "key">, view: EndpointView): boolean {
  return view.isSandbox === key.isSandbox && (key.projectId === null || view.project?.id === key.projectId);
}

async function findEndpoint(
  call: Pick<One, "deps" | "scope" | "key">,
  id: string,
): Promise<EndpointView | null> {
  if (!isUuid(id)) return null;
  const view = await getEndpoint(call.deps, call.scope, id);
  return view && isSeen(call, view) ? view : null;
}

async function findDelivery(call: One, id: string): Promise<DeliveryView | null> {
  if (!isUuid(id)) return null;
  const view = await readDelivery(call.deps, call.scope, id);
  return view && (await findEndpoint(call, view.endpointId)) ? view : null;
}

/** Changes an endpoint that the key may see, and answers how it is afterwards. */
async function change(call: One, run: (endpointId: string) => Promise<Result>) {
  const { id } = call.params;
  if (!(await findEndpoint(call, id))) return refuse("not_found");
  const done = await run(id);
  if (!done.ok) return done;
  const view = await findEndpoint(call, id);
  return view ? ok({ answer: webhookAnswer(view) }) : refuse("not_found");
}

async function answerDelivery(call: One, id: string) {
  const view = await findDelivery(call, id);
  return view ? ok({ answer: detailAnswer(view) }) : refuse("not_found");
}

export const WEBHOOK_HANDLERS = [
  implement(listWebhooks, async (call) => {
    const views = await listEndpoints(call.deps, call.scope);
    const data = views.filter((view) => isSeen(call, view)).map(webhookAnswer);
    return ok({ answer: { data, nextCursor: null } });
  }),
  implement(createWebhook, async (call) => {
    const { deps, actor, key, body } = call;
    // A project's key makes endpoints of its project.
    if (key.projectId !== null && body.projectId !== undefined && body.projectId !== key.projectId)
      return refuse("not_found");
    const projectId = key.projectId ?? body.projectId ?? null;
    const made = await createEndpoint(deps, actor, { ...body, projectId, isSandbox: key.isSandbox });
    if (!made.ok) return made;
    const view = await findEndpoint(call, made.endpointId);
    return view ? ok({ answer: { ...webhookAnswer(view), secret: made.secret } }) : refuse("not_found");
  }),
  implement(getWebhook, async (call) => {
    const view = await findEndpoint(call, call.params.id);
    return view ? ok({ answer: webhookAnswer(view) }) : refuse("not_found");
  }),
  implement(updateWebhook, (call) =>
    change(call, (endpointId) => updateEndpoint(call.deps, call.actor, { endpointId, ...call.body })),
  ),
  implement(deleteWebhook, async (call) => {
    const view = await findEndpoint(call, call.params.id);
    if (!view) return refuse("not_found");
    const done = await deleteEndpoint(call.deps, call.actor, { endpointId: view.id });
    return done.ok ? ok({ answer: webhookAnswer(view) }) : done;
  }),
  implement(rotateWebhookSecret, async (call) => {
    const view = await findEndpoint(call, call.params.id);
    if (!view) return refuse("not_found");
    const rotated = await rotateSecret(call.deps, call.actor, { endpointId: view.id });
    if (!rotated.ok) return rotated;
    const { secret, previousSecretUntil } = rotated;
    return ok({ answer: { secret, previousSecretUntil } });
  }),
  implement(switchWebhook, (call) =>
    change(call, (endpointId) => switchEndpoint(call.deps, call.actor, { endpointId, isOn: call.body.isOn })),
  ),
  implement(testWebhook, async (call) => {
    const view = await findEndpoint(call, call.params.id);
    if (!view) return refuse("not_found");
    const input = { endpointId: view.id, event: call.body.event };
    const sent = await sendTestEvent(call.deps, call.actor, input);
    return sent.ok ? answerDelivery(call, sent.deliveryId) : sent;
  }),
  implement(listDeliveries, async (call) => {
    const { deps, scope, query } = call;
    const view = await findEndpoint(call, call.params.id);
    if (!view) return refuse("not_found");
    const position = query.cursor === undefined ? null : readCursor(timeAndId, query.cursor);
    if (query.cursor !== undefined && !position) return badCursor();
    const limit = pageSize(query.limit);
    const lines = await listDeliveriesAfter(
      deps,
      scope,
      { endpointId: view.id, status: query.status },
      { after: position && { at: new Date(position[0]), id: position[1] }, limit: limit + 1 },
    );
    const { rows, nextCursor } = cutPage(lines, limit, (row) => [row.createdAt, row.id]);
    return ok({ answer: { data: rows.map(lineAnswer), nextCursor } });
  }),
  implement(getDelivery, (call) => answerDelivery(call, call.params.id)),
  implement(resendDelivery, async (call) => {
    const view = await findDelivery(call, call.params.id);
    if (!view) return refuse("not_found");
    const done = await resend(call.deps, call.actor, { deliveryId: view.id });
    return done.ok ? answerDelivery(call, view.id) : done;
  }),
];
