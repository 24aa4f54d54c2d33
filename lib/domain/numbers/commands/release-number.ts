import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { CANCEL_ANSWER_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { closeOrder } from "./close-order";

interface Held {
  order_id: string;
  number: number;
  is_live: boolean;
}

/**
 * Gives a number back that somebody holds: each live order on it is closed as an admin's end (with a code it is complete,
 * without one it is refunded), and a hold whose order has ended already is taken off. Returns how many orders were closed.
 */
export async function releaseNumber(
  deps: NumbersDeps,
  actor: Actor,
  { numberId, reason }: { numberId: string; reason: string },
): Promise<Result<{ closed: number }>> {
  if (actor.kind === "user" && actor.role !== "ADMIN") return refuse("forbidden");
  const number = await deps.db.phoneNumber.findUnique({ where: { id: numberId }, select: { e164: true } });
  if (!number) return refuse("not_found");
  const held = await deps.db.$queryRaw<Held[]>`
    SELECT o.id AS order_id, o.number, o.end_at IS NULL AS is_live FROM phone_number_services n
    JOIN orders o ON o.id = n.live_order_id WHERE n.phone_number_id = ${numberId}::uuid ORDER BY o.number`;
  if (held.length === 0) return refuse("conflict");
  const closed: number[] = [];
  for (const { order_id: orderId, number: orderNumber, is_live: isLive } of held) {
    if (!isLive) continue;
    const answer = await closeOrder(deps, actor, { orderId, reason: "ADMIN", answerMs: CANCEL_ANSWER_MS });
    if (answer.ok) closed.push(orderNumber);
    else if (answer.reason !== "order_closed") return answer;
  }
  return inTransaction<Result<{ closed: number }>>(deps, async (tx) => {
    await tx.$executeRaw`
      UPDATE phone_number_services n SET live_order_id = NULL FROM orders o
      WHERE n.phone_number_id = ${numberId}::uuid AND o.id = n.live_order_id AND o.end_at IS NOT NULL`;
    await writeAudit(tx, actor, {
      action: "number.released",
      targetType: "phone_number",
      targetId: numberId,
      before: { number: number.e164, heldBy: held.map((one) => one.number) },
      after: { number: number.e164, closed },
      reason,
    });
    return ok({ closed: closed.length });
  });
}
