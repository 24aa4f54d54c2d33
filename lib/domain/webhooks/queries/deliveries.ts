import type { WebhookAttempt } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Page, pageWindow, TOTAL_LIMIT, toPage } from "@/lib/domain/kernel/page";
import { deliveryIdSchema } from "../schema";
import type { AttemptView, DeliveryLine, DeliveryView, WebhookDeliveryStatus } from "../types";
import { deliveryLine } from "./endpoint-view";

type Reads = Pick<KernelDeps, "db" | "cipher">;

export interface ListDeliveriesInput {
  endpointId: string;
  page: number;
  pageSize: number;
  status?: WebhookDeliveryStatus;
  /** A whole event ("sms.received") or its beginning ("order."). */
  eventType?: string;
}

/** What an endpoint was told, newest first, without what was in it. */
export async function listDeliveries(
  { db }: Pick<KernelDeps, "db">,
  { userId }: CustomerScope,
  { endpointId, status, eventType, ...asked }: ListDeliveriesInput,
): Promise<Page<DeliveryLine>> {
  const where = { endpointId, endpoint: { userId }, status, eventType: { startsWith: eventType ?? "" } };
  const counted = await db.webhookDelivery.count({ where, take: TOTAL_LIMIT });
  const { offset, pageSize } = pageWindow(counted, asked);
  const rows = await db.webhookDelivery.findMany({
    where,
    omit: { bodyCiphertext: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: pageSize,
  });
  return toPage(rows.map(deliveryLine), counted, asked);
}

function attemptView({ cipher }: Reads, row: WebhookAttempt): AttemptView {
  return {
    id: row.id.toString(),
    number: row.number,
    startedAt: row.startedAt.toISOString(),
    durationMs: row.durationMs,
    requestHeaders: row.requestHeaders as Record<string, string>,
    statusCode: row.statusCode,
    responseHeaders: row.responseHeaders as Record<string, string>,
    responseBody: row.responseCiphertext ? cipher.decrypt(row.responseCiphertext) : null,
    isResponseCut: row.isResponseCut,
    errorCode: row.errorCode,
  };
}

/** One delivery with its body and every try, newest first; null when it is missing or somebody else's. */
export async function getDelivery(
  deps: Reads,
  { userId }: CustomerScope,
  id: string,
): Promise<DeliveryView | null> {
  if (!deliveryIdSchema.safeParse({ deliveryId: id }).success) return null;
  const row = await deps.db.webhookDelivery.findFirst({
    where: { id, endpoint: { userId } },
    include: { attempts: { orderBy: { id: "desc" } } },
  });
  if (!row) return null;
  const { attempts, bodyCiphertext, ...line } = row;
  return {
    ...deliveryLine(line),
    endpointId: row.endpointId,
    // As it was sent, byte for byte: signatures are checked against it.
    body: deps.cipher.decrypt(bodyCiphertext),
    attempts: attempts.map((attempt) => attemptView(deps, attempt)),
  };
}
