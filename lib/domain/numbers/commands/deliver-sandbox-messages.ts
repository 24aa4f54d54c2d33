import type { NumbersDeps } from "../ports";
import { receiveMessage } from "./receive-message";

const BATCH = 200;
const SOURCE = "sandbox";

interface DueMessage {
  id: string;
  orderId: string;
  sender: string;
  body: string;
  code: string | null;
}

/**
 * Gives sandbox orders the SMS whose time has come, through the same door as every other SMS. A message that two
 * processes take at once is stored once. Returns how many came.
 */
export async function deliverSandboxMessages(deps: NumbersDeps, signal?: AbortSignal): Promise<number> {
  const due = await deps.db.$queryRaw<DueMessage[]>`
    SELECT id, order_id AS "orderId", sender, body, code FROM sandbox_messages
    WHERE due_at <= app_now() ORDER BY due_at, id LIMIT ${BATCH}`;
  for (const message of due) {
    if (signal?.aborted) break;
    await receiveMessage(deps, {
      source: SOURCE,
      providerMessageId: message.id,
      from: message.sender,
      orderId: message.orderId,
      body: message.body,
      code: message.code,
    });
    await deps.db.sandboxMessage.deleteMany({ where: { id: message.id } });
  }
  return due.length;
}
