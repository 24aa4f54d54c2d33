import type { Tx } from "@/lib/db/client";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { getProviderTerms } from "@/lib/domain/supply/queries";
import { CANCEL_ANSWER_MS } from "../order-limits";
import { transition } from "../order-state";
import type { NumbersDeps } from "../ports";
import { scriptOfPhone } from "../sandbox-scripts";
import type { OrderView } from "../types";
import { answerCustomer } from "./answer-customer";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { type LockedOrder, lockOrder } from "./lock-order";
import { planSandboxMessage } from "./plan-sandbox-message";
import { recordChange } from "./record-change";

async function lockForAnother(tx: Tx, actor: UserActor, orderId: string): Promise<LockedOrder> {
  const order = await lockOrder(tx, orderId, { scope: customerScope(actor) });
  if (!order) throw new RefusalError("not_found");
  const step = transition(order, { kind: "resend_asked" });
  if (!step.ok) throw new RefusalError(step.reason);
  return order;
}

/** Nobody is waiting behind a sandbox number: its script says whether another SMS comes. */
async function planAnother(tx: Tx, deps: NumbersDeps, order: LockedOrder): Promise<void> {
  const phoneE164 = order.phoneE164 ?? "";
  const { anotherAfterSeconds } = scriptOfPhone(phoneE164);
  if (anotherAfterSeconds === null) return;
  const [service, waiting] = await Promise.all([
    tx.service.findUniqueOrThrow({ where: { id: order.serviceId }, select: { code: true } }),
    tx.sandboxMessage.count({ where: { orderId: order.id } }),
  ]);
  await planSandboxMessage(tx, {
    id: deps.ids.uuid(),
    orderId: order.id,
    serviceId: order.serviceId,
    serviceCode: service.code,
    phoneE164,
    n: order.messageCount + waiting + 1,
    afterSeconds: anotherAfterSeconds,
  });
}

async function writeRequest(
  deps: NumbersDeps,
  tx: Tx,
  actor: UserActor,
  orderId: string,
): Promise<{ ok: true }> {
  const order = await lockForAnother(tx, actor, orderId);
  if (order.isSandbox) await planAnother(tx, deps, order);
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET resend_requested_at = app_now(), updated_at = now()
      WHERE id = ${orderId}::uuid RETURNING id, user_id),
    ${recordChange(actor, { event: "order.resend_requested" })}
    SELECT 1 FROM changed`;
  return { ok: true };
}

/** Only the supplier can make the sender try again; asking it twice does no harm. */
async function tellUpstream(deps: NumbersDeps, order: LockedOrder): Promise<{ ok: true } | Refusal> {
  if (order.upstreamOrderId === null) return { ok: true };
  const terms = await getProviderTerms(deps, order.providerId);
  const answer = await answerWithin(
    upstreamOf(deps, terms).requestAnother(order.upstreamOrderId),
    CANCEL_ANSWER_MS,
  );
  if (answer.kind === "unavailable") return refuse("unavailable");
  return answer.kind === "gone" ? refuse("order_closed") : { ok: true };
}

/**
 * Waits for one more SMS on a number that has its code; free of charge. Refusals: not_found, order_closed,
 * order_pending, order_closing, no_code, unavailable.
 */
export function requestAnotherSms(
  deps: NumbersDeps,
  actor: UserActor,
  input: { orderId: string },
): Promise<Result<{ order: OrderView }>> {
  return answerCustomer(deps, actor, input, async (orderId) => {
    const locked = await inTransaction(deps, async (tx) => ({
      ok: true as const,
      order: await lockForAnother(tx, actor, orderId),
    }));
    if (!locked.ok) return locked;
    const told = await tellUpstream(deps, locked.order);
    return told.ok ? inTransaction(deps, (tx) => writeRequest(deps, tx, actor, orderId)) : told;
  });
}
