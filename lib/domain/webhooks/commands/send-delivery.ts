import { messageIdOf } from "../message-id";
import type { WebhooksDeps } from "../ports";
import { signingSecrets } from "../secret";
import { recordAttempt } from "./record-attempt";

/**
 * Sends a claimed delivery and writes down what came back. A process that dies in between leaves a claim that ends by
 * itself: the receiver is then sent the same message id again.
 */
export async function sendDelivery(deps: WebhooksDeps, id: string): Promise<void> {
  const delivery = await deps.db.webhookDelivery.findUnique({ where: { id }, include: { endpoint: true } });
  if (!delivery) return;
  const { endpoint } = delivery;
  const outcome = await deps.webhooks.send({
    url: endpoint.url,
    messageId: messageIdOf(id),
    body: deps.cipher.decrypt(delivery.bodyCiphertext),
    secrets: signingSecrets(deps, endpoint),
  });
  await recordAttempt(deps, id, outcome);
}
