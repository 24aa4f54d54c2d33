import type { Deps } from "@/lib/deps";
import { claimDeliveries } from "@/lib/domain/webhooks/commands/claim-deliveries";
import { removeOldDeliveries } from "@/lib/domain/webhooks/commands/remove-old-deliveries";
import { sendDelivery } from "@/lib/domain/webhooks/commands/send-delivery";
import { tellExpiringRentals } from "@/lib/domain/webhooks/commands/tell-expiring-rentals";
import type { JobDefinition } from "../job";

/** In one process at once, over all endpoints. */
const AT_ONCE = 64;
/** How often further due deliveries are looked for while some are on their way. */
const LOOK_MS = 200;
const HOUR_MS = 3_600_000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function send(deps: Deps, id: string): Promise<void> {
  try {
    await sendDelivery(deps, id);
  } catch (error) {
    deps.log.warn({ err: error, deliveryId: id }, "a webhook could not be sent or written down");
  }
}

/** Sends what is due until nothing is; those under way never keep the next ones waiting. */
async function sendDue(deps: Deps, signal: AbortSignal): Promise<number> {
  const flying = new Set<Promise<void>>();
  let sent = 0;
  while (!signal.aborted) {
    const ids = flying.size < AT_ONCE ? await claimDeliveries(deps, AT_ONCE - flying.size) : [];
    for (const id of ids) {
      const flight: Promise<void> = send(deps, id).finally(() => flying.delete(flight));
      flying.add(flight);
    }
    sent += ids.length;
    if (flying.size === 0) break;
    await Promise.race([...flying, pause(LOOK_MS)]);
  }
  await Promise.all(flying);
  return sent;
}

/** Webhooks to customers. The rows hold what is due; each is safe to repeat and to run twice at once. */
export const WEBHOOK_JOBS: JobDefinition[] = [
  { name: "send-webhooks", everyMs: 300, run: sendDue },
  { name: "tell-expiring-rentals", everyMs: 60_000, firstAfterMs: 5_000, run: tellExpiringRentals },
  { name: "remove-webhook-deliveries", everyMs: HOUR_MS, firstAfterMs: 60_000, run: removeOldDeliveries },
];
