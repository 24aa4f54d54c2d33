import type { Deps } from "@/lib/deps";
import {
  claimEvents,
  markDispatched,
  postponeEvent,
  type WaitingEvent,
} from "@/lib/domain/kernel/outbox-delivery";
import type { JobDefinition } from "../job";
import type { DispatchedEvent } from "../subscriber";
import { SUBSCRIBERS } from "../subscribers";

const BATCH = 200;

async function dispatch(deps: Deps, event: WaitingEvent): Promise<bigint | null> {
  try {
    for (const subscriber of SUBSCRIBERS) {
      if (!subscriber.kinds.some((kind) => kind === event.kind)) continue;
      // The writer of the event typed its payload by its kind; the row only stored it.
      await subscriber.handle(deps, event as unknown as DispatchedEvent);
    }
    return event.id;
  } catch (error) {
    deps.log.warn(
      { err: error, eventId: event.id.toString(), kind: event.kind },
      "an event could not be told",
    );
    await postponeEvent(deps, event, error instanceof Error ? error.message : "unknown");
    return null;
  }
}

/** Hands the outbox's events to their subscribers, at least once each. */
export const dispatchOutbox: JobDefinition = {
  name: "dispatch-outbox",
  everyMs: 500,
  async run(deps, signal) {
    let total = 0;
    while (!signal.aborted) {
      const events = await claimEvents(deps, BATCH);
      if (events.length === 0) break;
      const done: bigint[] = [];
      for (const event of events) {
        const id = await dispatch(deps, event);
        if (id !== null) done.push(id);
      }
      if (done.length > 0) await markDispatched(deps, done);
      total += done.length;
    }
    return total;
  },
};
