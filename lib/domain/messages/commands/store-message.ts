import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

export interface NewMessage {
  source: string;
  providerMessageId: string;
  from: string;
  to: string;
  body: string;
  code: string | null;
  sentAt: Date | null;
  userId: string | null;
  orderId: string | null;
  phoneNumberId: string | null;
  serviceId: string | null;
  isLate: boolean;
  isForeign: boolean;
}

export interface StoredMessage {
  id: string;
  orderId: string | null;
  /** False: the same message had come before; nothing was changed. */
  isNew: boolean;
}

/** Stores an inbound SMS once by source and provider's id, body and code encrypted. One round trip when it is new. */
export async function storeMessage(
  tx: Tx,
  { ids, cipher }: Pick<KernelDeps, "ids" | "cipher">,
  message: NewMessage,
): Promise<StoredMessage> {
  const id = ids.uuid();
  const { source, providerMessageId } = message;
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    WITH stored AS (
      INSERT INTO sms_messages (id, direction, user_id, order_id, phone_number_id, service_id, source,
        provider_message_id, from_address, to_address, body, code, status, is_late, is_foreign, sent_at)
      VALUES (${id}::uuid, 'INBOUND', ${message.userId}::uuid, ${message.orderId}::uuid,
        ${message.phoneNumberId}::uuid, ${message.serviceId}::uuid, ${source}, ${providerMessageId}, ${message.from},
        ${message.to}, ${cipher.encrypt(message.body)},
        ${message.code === null ? null : cipher.encrypt(message.code)}, 'RECEIVED', ${message.isLate},
        ${message.isForeign}, ${message.sentAt})
      ON CONFLICT (source, provider_message_id) DO NOTHING
      RETURNING id),
    logged AS (
      INSERT INTO sms_logs (sms_message_id, channel, status) SELECT id, ${source}, 'RECEIVED' FROM stored)
    SELECT id FROM stored`;
  if (inserted.length > 0) return { id, orderId: message.orderId, isNew: true };
  const known = await tx.smsMessage.findUniqueOrThrow({
    where: { source_providerMessageId: { source, providerMessageId } },
    select: { id: true, orderId: true },
  });
  return { ...known, isNew: false };
}
