import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { transition } from "../order-state";
import type { LockedOrder } from "./lock-order";
import { recordChange } from "./record-change";

export interface AppliedMessage {
  messageId: string;
  code: string | null;
  route: "deliver" | "foreign" | "late";
}

/** After the end: the fact is told, the code stays sealed. What the supplier charges for it is ours. */
async function applyLate(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  { messageId, code }: AppliedMessage,
): Promise<void> {
  const wasFree = order.firstCodeAt === null;
  if (code === null || !wasFree) return;
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET late_code_at = coalesce(late_code_at, app_now()), loss_micros = cost_micros, updated_at = now()
      WHERE id = ${order.id}::uuid RETURNING id, user_id),
    ${recordChange(actor, { event: "order.late_code", payload: { messageId } })}
    SELECT 1 FROM changed`;
}

async function capture(tx: Tx, order: LockedOrder): Promise<void> {
  if (order.holdId === null) return;
  const { captured } = await captureHold(tx, { holdId: order.holdId, revenueAccount: "rev:otp" });
  // Unreachable while both paths lock the order first; rolling back is better than a code nobody paid.
  if (!captured) throw new Error(`the hold of order ${order.id} was resolved before its first code`);
}

/** What a stored SMS does to its locked order: facts, the number's use, and at the first code the money. */
export async function applyMessage(
  tx: Tx,
  { cipher }: Pick<KernelDeps, "cipher">,
  actor: Actor,
  order: LockedOrder,
  message: AppliedMessage,
): Promise<void> {
  if (message.route === "late") return applyLate(tx, actor, order, message);
  const { code, messageId } = message;
  const step = transition(order, { kind: code === null ? "message_received" : "code_received" });
  if (!step.ok) throw new RefusalError(step.reason);
  const isFirst = step.money === "capture";
  if (isFirst) await capture(tx, order);
  const sealed = code === null ? null : cipher.encrypt(code);
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET message_count = message_count + 1, updated_at = now(),
        last_message_received_at = CASE WHEN ${message.route === "foreign"}::boolean THEN last_message_received_at
          ELSE app_now() END,
        verification_code = coalesce(${sealed}::bytea, verification_code),
        first_code_at = CASE WHEN ${isFirst}::boolean THEN app_now() ELSE first_code_at END
      WHERE id = ${order.id}::uuid RETURNING id, user_id),
    burnt AS (
      UPDATE phone_number_services SET used_at = coalesce(used_at, app_now())
      WHERE ${isFirst}::boolean AND phone_number_id = ${order.phoneNumberId}::uuid
        AND service_id = ${order.serviceId}::uuid),
    seen AS (
      UPDATE phone_numbers SET last_used_at = app_now() WHERE id = ${order.phoneNumberId}::uuid),
    ${recordChange(actor, {
      event: code === null ? "order.message_received" : "order.code_received",
      payload: { messageId },
      audit:
        isFirst && !order.isSandbox
          ? { action: "order.captured", after: { number: order.number, price: toDecimal(order.priceMicros) } }
          : undefined,
    })}
    SELECT 1 FROM changed`;
}
