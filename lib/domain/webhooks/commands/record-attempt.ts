import type { Tx } from "@/lib/db/client";
import type { WebhookDelivery, WebhookEndpoint } from "@/lib/db/generated/client";
import type { Ids } from "@/lib/domain/kernel/ids";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { WebhookOutcome, WebhooksDeps } from "../ports";
import { secondsUntilNextTry, stepOfFailing } from "../retry-schedule";
import { disableEndpoint } from "./disable-endpoint";

const GONE = 410;
const OVER = { nextAttemptAt: null, claimedUntil: null } as const;

async function keepAttempt(
  tx: Tx,
  { cipher }: Pick<WebhooksDeps, "cipher">,
  { id, attemptCount }: WebhookDelivery,
  outcome: WebhookOutcome,
): Promise<void> {
  const { durationMs, requestHeaders, statusCode, responseHeaders, responseBody, isResponseCut, errorCode } =
    outcome;
  await tx.webhookAttempt.create({
    data: {
      deliveryId: id,
      number: attemptCount + 1,
      durationMs,
      requestHeaders,
      statusCode,
      responseHeaders,
      responseCiphertext: responseBody === null ? null : new Uint8Array(cipher.encrypt(responseBody)),
      isResponseCut,
      errorCode,
    },
  });
}

/** Evenly between 0 and 1. */
function chance(ids: Ids): number {
  return Buffer.from(ids.token(6), "base64url").readUIntBE(0, 6) / 2 ** 48;
}

/** What the next state of a delivery is after a try that was not taken. */
function afterFailure(
  deps: WebhooksDeps,
  delivery: WebhookDelivery,
  endpoint: WebhookEndpoint,
  { statusCode, retryAfterSeconds }: WebhookOutcome,
) {
  const now = deps.clock.now();
  const seconds =
    delivery.isTest || statusCode === GONE
      ? null
      : secondsUntilNextTry(endpoint.format, delivery.scheduleCount + 1, chance(deps.ids), retryAfterSeconds);
  if (seconds === null) return { ...OVER, status: "FAILED" as const, finishedAt: now };
  if (endpoint.disabledAt) return { ...OVER, status: "DISABLED" as const, finishedAt: now };
  const nextAttemptAt = new Date(now.getTime() + seconds * 1_000);
  return { status: "RETRYING" as const, nextAttemptAt, claimedUntil: null };
}

/** Keeps the health of an endpoint: warns its owner, and stops when it has failed for days or says that it is gone. */
async function noteFailure(
  tx: Tx,
  deps: WebhooksDeps,
  endpoint: WebhookEndpoint,
  outcome: WebhookOutcome,
): Promise<void> {
  if (endpoint.disabledAt) return;
  const now = deps.clock.now();
  const failingSince = endpoint.failingSince ?? now;
  const step = stepOfFailing((now.getTime() - failingSince.getTime()) / 1_000, endpoint.warnings);
  await tx.webhookEndpoint.update({
    where: { id: endpoint.id },
    data: {
      failingSince,
      failuresInRow: { increment: 1 },
      lastFailureAt: now,
      ...(step.kind === "warn" ? { warnings: step.warnings } : {}),
    },
  });
  if (outcome.statusCode === GONE) return disableEndpoint(tx, deps, endpoint, "GONE");
  if (step.kind === "disable") return disableEndpoint(tx, deps, endpoint, "FAILING");
  if (step.kind === "warn") {
    const told = { endpointId: endpoint.id, warning: step.warnings };
    await writeEvent(tx, "webhook.failing", told, { userId: endpoint.userId, subjectId: endpoint.id });
  }
}

/** Writes down a try and what follows from it: the next one, the end, or the end of the endpoint. */
export async function recordAttempt(deps: WebhooksDeps, id: string, outcome: WebhookOutcome): Promise<void> {
  await inTransaction(deps, async (tx) => {
    // The endpoint first, as everybody who changes both does.
    await tx.$executeRaw`
      SELECT 1 FROM webhook_endpoints
      WHERE id = (SELECT endpoint_id FROM webhook_deliveries WHERE id = ${id}::uuid) FOR UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({ where: { id }, include: { endpoint: true } });
    if (!delivery) return;
    const { endpoint } = delivery;
    const now = deps.clock.now();
    const isTaken = outcome.errorCode === null;
    await keepAttempt(tx, deps, delivery, outcome);
    await tx.webhookDelivery.update({
      where: { id },
      data: {
        attemptCount: { increment: 1 },
        scheduleCount: { increment: 1 },
        lastStatusCode: outcome.statusCode,
        lastErrorCode: outcome.errorCode,
        ...(isTaken
          ? { ...OVER, status: "DELIVERED" as const, finishedAt: now }
          : afterFailure(deps, delivery, endpoint, outcome)),
      },
    });
    if (delivery.isTest) return;
    if (!isTaken) return noteFailure(tx, deps, endpoint, outcome);
    await tx.webhookEndpoint.update({
      where: { id: endpoint.id },
      data: { failingSince: null, failuresInRow: 0, warnings: 0, lastSuccessAt: now },
    });
  });
}
