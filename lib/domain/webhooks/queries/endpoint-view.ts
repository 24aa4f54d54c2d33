import type { Project, WebhookDelivery, WebhookEndpoint } from "@/lib/db/generated/client";
import type { Clock } from "@/lib/domain/kernel/clock";
import { messageIdOf } from "../message-id";
import type { DeliveryLine, EndpointView } from "../types";

const iso = (at: Date | null) => at?.toISOString() ?? null;

export const WITH_PROJECT = { project: { select: { id: true, name: true } } } as const;

/** An endpoint as its owner sees it; its secrets stay where they are. */
export function endpointView(
  { clock }: { clock: Clock },
  row: WebhookEndpoint & { project: Pick<Project, "id" | "name"> | null },
): EndpointView {
  const until = row.previousSecretUntil;
  return {
    id: row.id,
    project: row.project,
    url: row.url,
    description: row.description,
    format: row.format,
    events: row.events,
    isSandbox: row.isSandbox,
    disabledAt: iso(row.disabledAt),
    disabledReason: row.disabledReason,
    failingSince: iso(row.failingSince),
    failuresInRow: row.failuresInRow,
    warnings: row.warnings,
    lastSuccessAt: iso(row.lastSuccessAt),
    lastFailureAt: iso(row.lastFailureAt),
    previousSecretUntil: until && until > clock.now() ? until.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function deliveryLine(row: Omit<WebhookDelivery, "bodyCiphertext">): DeliveryLine {
  return {
    id: row.id,
    messageId: messageIdOf(row.id),
    eventType: row.eventType,
    status: row.status,
    attemptCount: row.attemptCount,
    lastStatusCode: row.lastStatusCode,
    lastErrorCode: row.lastErrorCode,
    isTest: row.isTest,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: iso(row.nextAttemptAt),
    finishedAt: iso(row.finishedAt),
  };
}
