import type { Tx } from "@/lib/db/client";
import { sandboxCode } from "../sandbox-numbers";

export const SANDBOX_SENDER = "SANDBOX";

export interface PlannedMessage {
  id: string;
  orderId: string;
  serviceId: string;
  serviceCode: string;
  phoneE164: string;
  /** Which one of the order's it is, from 1. */
  n: number;
  afterSeconds: number;
  isForeign?: boolean;
}

/** What belongs to somebody else names them: the first other service by its code. */
async function foreignText(tx: Tx, serviceId: string): Promise<string> {
  const other = await tx.service.findFirst({
    where: { isActive: true, id: { not: serviceId }, matchWords: { isEmpty: false } },
    orderBy: { code: "asc" },
    select: { matchWords: true },
  });
  return other?.matchWords[0] ? `${other.matchWords[0]}: your code is 555123` : "Thank you for waiting";
}

/** Writes down an SMS that a sandbox order gets so many seconds from now, by business time. */
export async function planSandboxMessage(tx: Tx, message: PlannedMessage): Promise<void> {
  const code = message.isForeign ? null : sandboxCode(message.phoneE164, message.serviceCode, message.n);
  const body = code ? `Your verification code is ${code}` : await foreignText(tx, message.serviceId);
  await tx.$executeRaw`
    INSERT INTO sandbox_messages (id, order_id, due_at, sender, body, code)
    VALUES (${message.id}::uuid, ${message.orderId}::uuid,
      app_now() + make_interval(secs => ${message.afterSeconds}::int), ${SANDBOX_SENDER}, ${body}, ${code})`;
}
