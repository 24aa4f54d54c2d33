import { systemActor } from "@/lib/domain/kernel/actor";
import { recordProviderFailure, recordProviderOk } from "@/lib/domain/supply/commands/record-health";
import type { UpstreamActivation } from "@/lib/domain/supply/ports";
import type { ProviderTerms } from "@/lib/domain/supply/types";
import { EXPIRY_ANSWER_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { messagesOf, upstreamMessageId } from "../upstream-messages";
import { answerWithin } from "./answer-within";
import { upstreamOf } from "./ask-to-close";
import { claimPolls } from "./claim-polls";
import { closeOrder } from "./close-order";
import { receiveMessage } from "./receive-message";
import { workInParallel } from "./work-in-parallel";

const LIST_ANSWER_MS = 8_000;
const WIDTH = 4;
/** What the list does not name is asked for one by one, so many in one round. */
const MAX_MISSING = 10;
/** A purchase needs a moment until the supplier lists it. */
const LISTED_AFTER_SECONDS = 10;

interface LiveOrder {
  id: string;
  upstreamOrderId: string;
  messageCount: number;
  isClosing: boolean;
  ageSeconds: number;
  /** Its window has ended, or is about to. */
  isOver: boolean;
}

/** A supplier's clock is not ours: what it ends this shortly before our own deadline has run out, not been taken back. */
const WINDOW_TOLERANCE_SECONDS = 30;

function liveOrders(deps: NumbersDeps, providerId: string): Promise<LiveOrder[]> {
  return deps.db.$queryRaw<LiveOrder[]>`
    SELECT id, upstream_order_id AS "upstreamOrderId", message_count AS "messageCount",
      closing_at IS NOT NULL AS "isClosing", extract(epoch FROM app_now() - activated_at)::float8 AS "ageSeconds",
      expires_at <= app_now() + make_interval(secs => ${WINDOW_TOLERANCE_SECONDS}) AS "isOver"
    FROM orders WHERE provider_id = ${providerId}::uuid AND status = 'ACTIVE' AND upstream_order_id IS NOT NULL`;
}

/** What the list holds and we do not, in the order of the list. */
async function newMessages(
  deps: NumbersDeps,
  source: string,
  orders: LiveOrder[],
  listed: Map<string, UpstreamActivation>,
) {
  const all = orders.flatMap((order) => {
    const activation = listed.get(order.upstreamOrderId);
    return activation ? messagesOf(activation).map((message) => ({ order, message })) : [];
  });
  if (all.length === 0) return [];
  const known = await deps.db.smsMessage.findMany({
    where: { source, providerMessageId: { in: all.map(({ message }) => message.providerMessageId) } },
    select: { providerMessageId: true },
  });
  const seen = new Set(known.map(({ providerMessageId }) => providerMessageId));
  return all.filter(({ message }) => !seen.has(message.providerMessageId));
}

/** An order that the supplier no longer lists: it ended there, or the list was too short. */
async function lookAtMissing(deps: NumbersDeps, terms: ProviderTerms, order: LiveOrder): Promise<void> {
  const state = await answerWithin(upstreamOf(deps, terms).getState(order.upstreamOrderId), EXPIRY_ANSWER_MS);
  if (state.kind === "received" && order.messageCount === 0) {
    const body = state.text ?? state.code;
    if (!body) return;
    await receiveMessage(deps, {
      source: terms.code,
      providerMessageId: upstreamMessageId(order.upstreamOrderId, 1, state.code ?? body),
      from: "",
      orderId: order.id,
      body,
      code: state.code,
    });
  }
  if (state.kind === "canceled" || state.kind === "unknown_order") {
    const actor = systemActor("poll-upstream");
    const reason = order.isOver ? "TIMEOUT" : "SUPPLIER";
    await closeOrder(deps, actor, { orderId: order.id, reason, answerMs: EXPIRY_ANSWER_MS });
  }
}

/** One round with one supplier. Returns how many messages were new. */
async function pollProvider(deps: NumbersDeps, terms: ProviderTerms): Promise<number> {
  const answer = await answerWithin(upstreamOf(deps, terms).listActive(), LIST_ANSWER_MS);
  if (answer.kind === "unavailable") {
    await recordProviderFailure(deps, terms, answer.error);
    return 0;
  }
  await recordProviderOk(deps, terms.id);
  const listed = new Map(answer.activations.map((activation) => [activation.upstreamOrderId, activation]));
  const orders = await liveOrders(deps, terms.id);
  const fresh = await newMessages(deps, terms.code, orders, listed);
  const byOrder = new Map<string, typeof fresh>();
  for (const item of fresh) byOrder.set(item.order.id, [...(byOrder.get(item.order.id) ?? []), item]);
  let count = 0;
  await workInParallel([...byOrder.values()], WIDTH, async (messages) => {
    for (const { order, message } of messages) {
      const { outcome } = await receiveMessage(deps, {
        source: terms.code,
        from: "",
        orderId: order.id,
        ...message,
      });
      if (outcome !== "duplicate") count += 1;
    }
  });
  const missing = orders.filter(
    (order) =>
      !listed.has(order.upstreamOrderId) && !order.isClosing && order.ageSeconds > LISTED_AFTER_SECONDS,
  );
  await workInParallel(missing.slice(0, MAX_MISSING), WIDTH, (order) => lookAtMissing(deps, terms, order));
  return count;
}

/** Asks every supplier whose turn it is what came in. Returns how many messages were new. */
export async function pollUpstreams(deps: NumbersDeps): Promise<number> {
  let count = 0;
  await workInParallel(await claimPolls(deps), WIDTH, async (terms) => {
    count += await pollProvider(deps, terms);
  });
  return count;
}
