import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { DeliveryLine, WebhookDeliveryStatus } from "../types";
import { deliveryLine } from "./endpoint-view";

/** What an endpoint of the person was told, newest first, from behind the last one seen: at most `limit`. */
export async function listDeliveriesAfter(
  { db }: Pick<KernelDeps, "db">,
  { userId }: CustomerScope,
  { endpointId, status }: { endpointId: string; status?: WebhookDeliveryStatus | undefined },
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<DeliveryLine[]> {
  const rows = await db.webhookDelivery.findMany({
    where: {
      endpointId,
      endpoint: { userId },
      ...(status ? { status } : {}),
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    omit: { bodyCiphertext: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(deliveryLine);
}
