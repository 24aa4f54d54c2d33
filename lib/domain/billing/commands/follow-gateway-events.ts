import type { GatewayEvent } from "@/lib/db/generated/client";
import type { BillingDeps } from "../ports";
import { askGateway } from "./ask-gateway";
import { endAlert, raiseAlert } from "./raise-alert";

const BATCH = 20;
const LEASE_SECONDS = 60;
/** Seconds until the next try, by how often it failed; the last one goes on for ever, and a person is told. */
const RETRY_SECONDS = [5, 15, 60, 300, 900, 3_600];
const ATTEMPTS_UNTIL_ALERT = 5;

/** Asking again would change nothing. */
const FINAL: ReadonlySet<string> = new Set(["not_found", "gateway_not_found"]);

type Outcome = { outcome: string } | { retry: string };

async function handle(deps: BillingDeps, event: GatewayEvent): Promise<Outcome> {
  const name = event.gateway === "STRIPE" ? "stripe" : "mercadopago";
  const gateway = deps.paymentGateways.byName(name);
  if (!gateway) return { outcome: "method_off" };
  const applied = await askGateway(deps, gateway, { id: event.objectId });
  if (applied.ok) return { outcome: applied.status.toLowerCase() };
  return FINAL.has(applied.reason) ? { outcome: applied.reason } : { retry: applied.reason };
}

async function finish(deps: BillingDeps, event: GatewayEvent, result: Outcome): Promise<void> {
  if ("outcome" in result) {
    await deps.db.gatewayEvent.update({
      where: { id: event.id },
      data: {
        processedAt: deps.clock.securityNow(),
        outcome: result.outcome,
        nextAttemptAt: null,
        lastError: null,
      },
    });
    if (event.attempts >= ATTEMPTS_UNTIL_ALERT) await endAlert(deps, `event-stuck:${event.id}`);
    return;
  }
  const seconds = RETRY_SECONDS[Math.min(event.attempts, RETRY_SECONDS.length) - 1] ?? RETRY_SECONDS[0] ?? 5;
  await deps.db.gatewayEvent.update({
    where: { id: event.id },
    data: {
      lastError: result.retry,
      nextAttemptAt: new Date(deps.clock.securityNow().getTime() + seconds * 1_000),
    },
  });
  if (event.attempts < ATTEMPTS_UNTIL_ALERT) return;
  await raiseAlert(deps, {
    key: `event-stuck:${event.id}`,
    kind: "event_stuck",
    level: "WARNING",
    ref: { type: "gateway-event", id: event.id },
    details: { gateway: event.gateway, kind: event.kind, error: result.retry },
  });
}

/** One gateway's events. One that does not answer is not asked for the rest: each question may take half a minute. */
async function followInOrder(deps: BillingDeps, events: readonly GatewayEvent[]): Promise<void> {
  let isSilent = false;
  for (const event of events) {
    const result: Outcome = isSilent
      ? { retry: "gateway_unavailable" }
      : await handle(deps, event).catch((error: unknown): Outcome => {
          deps.log.error({ err: error, gatewayEventId: event.id }, "a gateway's event could not be handled");
          return { retry: "failed" };
        });
    isSilent ||= "retry" in result && result.retry === "gateway_unavailable";
    await finish(deps, event, result);
  }
}

/**
 * Takes what gateways have told and asks each gateway for the truth. An event is leased, so that two processes do not
 * take the same one; one whose process died is taken again. Returns how many were looked at.
 */
export async function followGatewayEvents(deps: BillingDeps): Promise<number> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE gateway_events SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id IN (SELECT e.id FROM gateway_events e WHERE e.processed_at IS NULL AND e.next_attempt_at <= now()
      ORDER BY e.next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const events = await deps.db.gatewayEvent.findMany({
    where: { id: { in: due.map(({ id }) => id) } },
    orderBy: { receivedAt: "asc" },
  });
  await Promise.all(
    (["STRIPE", "MERCADOPAGO"] as const).map((gateway) =>
      followInOrder(
        deps,
        events.filter((event) => event.gateway === gateway),
      ),
    ),
  );
  return due.length;
}
