import type { WebhookEndpoint } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { SourceEvent, WebhookFact } from "../fact";
import { messageBody } from "../message-body";
import { messageIdOf } from "../message-id";
import { factsOfEvent, SOURCE_KINDS } from "../queries/facts-of-event";

type Told = SourceEvent & { userId: string };

/** Chosen events, mode and project decide who hears of a fact. */
function isWanted(endpoint: WebhookEndpoint, fact: WebhookFact): boolean {
  return (
    endpoint.events.includes(fact.type) &&
    endpoint.isSandbox === fact.isSandbox &&
    (endpoint.projectId === null || fact.of === "account" || fact.of.projectId === endpoint.projectId)
  );
}

/** Writes one delivery for each endpoint that wants the fact; one that is there already stays as it is. */
export async function tellFact(
  deps: KernelDeps,
  endpoints: WebhookEndpoint[],
  fact: WebhookFact,
  sequence: bigint,
): Promise<void> {
  const data = endpoints
    .filter((endpoint) => isWanted(endpoint, fact))
    .flatMap((endpoint) => {
      const id = deps.ids.uuid();
      const body = messageBody(endpoint.format, messageIdOf(id), fact);
      if (body === null) return [];
      const { type: eventType, sourceKey, orderingKey } = fact;
      const bodyCiphertext = new Uint8Array(deps.cipher.encrypt(body));
      const nextAttemptAt = deps.clock.now();
      return [
        {
          id,
          endpointId: endpoint.id,
          eventType,
          sourceKey,
          orderingKey,
          sequence,
          bodyCiphertext,
          nextAttemptAt,
        },
      ];
    });
  if (data.length > 0) await deps.db.webhookDelivery.createMany({ data, skipDuplicates: true });
}

/** The person's earlier events that nobody has finished telling: another process may be at them. */
async function waitingBefore({ db }: KernelDeps, event: Told): Promise<Told[]> {
  const rows = await db.outboxEvent.findMany({
    where: {
      userId: event.userId,
      dispatchedAt: null,
      id: { lt: event.id },
      kind: { in: SOURCE_KINDS },
    },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, userId: true, payload: true, createdAt: true },
  });
  // The writer of each event typed its payload by its kind; the row only stored it.
  return rows as unknown as Told[];
}

/**
 * Makes the deliveries of an event. Those of the person's earlier events are made first, so that nothing about one
 * order can overtake: whoever tells the later one does not rely on whoever has the earlier one. Safe to repeat.
 */
export async function makeDeliveries(deps: KernelDeps, event: SourceEvent): Promise<void> {
  const { userId } = event;
  if (userId === null) return;
  const endpoints = await deps.db.webhookEndpoint.findMany({ where: { userId, disabledAt: null } });
  if (endpoints.length === 0) return;
  for (const told of [...(await waitingBefore(deps, { ...event, userId })), event]) {
    for (const fact of await factsOfEvent(deps, told)) await tellFact(deps, endpoints, fact, told.id);
  }
}
