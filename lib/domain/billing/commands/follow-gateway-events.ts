import type { GatewayEvent } from "@/lib/db/generated/client";
import type { BillingDeps } from "../ports";
import { applyGatewayReport } from "./apply-gateway-report";
import { noteGatewayHealth } from "./note-gateway-health";
import { raiseAlert } from "./raise-alert";

const BATCH = 20;
const LEASE_SECONDS = 60;
/** Seconds until the next try, by how often it failed; the last one goes on for ever, and a person is told. */
const RETRY_SECONDS = [5, 15, 60, 300, 900, 3_600];
const ATTEMPTS_UNTIL_ALERT = 5;

type Outcome = { outcome: string } | { retry: string };

async function handle(deps: BillingDeps, event: GatewayEvent): Promise<Outcome> {
  const name = event.gateway === "STRIPE" ? "stripe" : "mercadopago";
  const gateway = deps.paymentGateways.byName(name);
  if (!gateway) return { outcome: "method_off" };
  const answer = await gateway.fetchPayment({ id: event.objectId });
  if (!answer.ok) {
    if (answer.reason === "gateway_not_found") return { outcome: "gateway_not_found" };
    if (answer.reason === "gateway_unavailable") await noteGatewayHealth(deps, name, answer.reason);
    return { retry: answer.reason };
  }
  const applied = await applyGatewayReport(deps, answer.payment);
  return { outcome: applied.ok ? applied.status.toLowerCase() : applied.reason };
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
  for (const { id } of due) {
    const event = await deps.db.gatewayEvent.findUniqueOrThrow({ where: { id } });
    const result = await handle(deps, event).catch((error: unknown): Outcome => {
      deps.log.error({ err: error, gatewayEventId: id }, "a gateway's event could not be handled");
      return { retry: "failed" };
    });
    await finish(deps, event, result);
  }
  return due.length;
}
