import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { GatewayEvent } from "@/lib/domain/payments/types";
import type { BillingDeps } from "../ports";

/**
 * Keeps what a gateway told, once by its event's id; the job does the rest. Its body is encrypted: it names people.
 * True when it is new.
 */
export async function receiveGatewayEvent(
  deps: BillingDeps,
  name: PaymentGateway["name"],
  event: GatewayEvent,
  rawBody: string,
): Promise<boolean> {
  const { count } = await deps.db.gatewayEvent.createMany({
    data: [
      {
        id: deps.ids.uuid(),
        gateway: name === "stripe" ? "STRIPE" : "MERCADOPAGO",
        eventId: event.eventId,
        kind: event.type,
        objectId: event.objectId,
        body: deps.cipher.encrypt(rawBody),
        isVerified: !event.isUnsigned,
        occurredAt: event.occurredAt,
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}
