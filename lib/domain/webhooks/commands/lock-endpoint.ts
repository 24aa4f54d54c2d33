import type { Tx } from "@/lib/db/client";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import type { CustomerScope } from "@/lib/domain/kernel/actor";

/** The person's endpoint, locked; null when it is missing or somebody else's. */
export async function lockEndpoint(
  tx: Tx,
  { userId }: CustomerScope,
  endpointId: string,
): Promise<WebhookEndpoint | null> {
  await tx.$executeRaw`SELECT 1 FROM webhook_endpoints WHERE id = ${endpointId}::uuid FOR UPDATE`;
  return tx.webhookEndpoint.findFirst({ where: { id: endpointId, userId } });
}
