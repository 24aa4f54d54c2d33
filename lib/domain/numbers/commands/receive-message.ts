import type { Tx } from "@/lib/db/client";
import { systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { type NewMessage, storeMessage } from "@/lib/domain/messages/commands/store-message";
import { extractCode } from "@/lib/domain/messages/extract-code";
import { identifyServices } from "@/lib/domain/messages/identify-service";
import { type MessageRoute, routeMessage } from "../message-routing";
import type { NumbersDeps } from "../ports";
import {
  type Destination,
  listServiceWords,
  readNamedOrder,
  readNumberOrders,
} from "../queries/routable-orders";
import { type ReceiveInput, receiveSchema } from "../schema";
import type { Received } from "../types";
import { applyMessage } from "./apply-message";
import { type LockedOrder, lockOrder } from "./lock-order";

/** The order may have ended since it was chosen: then the SMS is late. */
function settleRoute(route: MessageRoute, order: LockedOrder | null): MessageRoute {
  if (route.kind === "unclaimed" || !order) return { kind: "unclaimed" };
  if (route.kind !== "late" && order.status !== "ACTIVE") return { kind: "late", orderId: order.id };
  return route;
}

interface Parsed {
  message: Omit<NewMessage, "userId" | "orderId" | "serviceId" | "isLate" | "isForeign">;
  namedServiceId: string | null;
}

async function receiveIn(
  tx: Tx,
  deps: NumbersDeps,
  { message, namedServiceId }: Parsed,
  wanted: MessageRoute,
): Promise<Received> {
  const order = wanted.kind === "unclaimed" ? null : await lockOrder(tx, wanted.orderId);
  const route = settleRoute(wanted, order);
  const stored = await storeMessage(tx, deps, {
    ...message,
    userId: order?.userId ?? null,
    orderId: order?.id ?? null,
    serviceId: route.kind === "foreign" || !order ? namedServiceId : order.serviceId,
    isLate: route.kind === "late",
    isForeign: route.kind === "foreign",
  });
  const orderId = stored.orderId ?? undefined;
  if (!stored.isNew) return { outcome: "duplicate", messageId: stored.id, orderId };
  if (!order || route.kind === "unclaimed") return { outcome: "unclaimed", messageId: stored.id };
  const code = route.kind === "foreign" ? null : message.code;
  await applyMessage(tx, deps, systemActor(message.source, "rest"), order, {
    messageId: stored.id,
    code,
    route: route.kind,
  });
  return { outcome: route.kind === "deliver" ? "delivered" : route.kind, messageId: stored.id, orderId };
}

async function findDestination(
  deps: NumbersDeps,
  input: { to?: string; orderId?: string },
): Promise<Destination> {
  if (input.orderId) return readNamedOrder(deps, input.orderId);
  return readNumberOrders(deps, input.to ?? "");
}

/**
 * Takes in one SMS: stored once (encrypted), given to the order it belongs to, its code found, the hold captured at the
 * first code. The same SMS again changes nothing; one that nobody holds the number for is kept without a user; one
 * after the end is kept sealed and costs nothing. The order's row is locked first, as at its end: never both.
 * Throws a ZodError when the input is malformed.
 */
export async function receiveMessage(deps: NumbersDeps, raw: ReceiveInput): Promise<Received> {
  const input = receiveSchema.parse(raw);
  const [destination, services] = await Promise.all([findDestination(deps, input), listServiceWords(deps)]);
  const named = identifyServices(input.from, input.body, services);
  const route = routeMessage(named, destination.live, destination.ended);
  const parsed: Parsed = {
    namedServiceId: named[0] ?? null,
    message: {
      source: input.source,
      providerMessageId: input.providerMessageId,
      from: input.from,
      to: input.to ?? destination.phoneE164,
      body: input.body,
      code: input.code ?? extractCode(input.body),
      sentAt: input.sentAt ?? null,
      phoneNumberId: destination.phoneNumberId,
    },
  };
  const received = await inTransaction<Received>(deps, (tx) => receiveIn(tx, deps, parsed, route));
  if ("ok" in received) throw new Error(`an SMS was refused: ${received.reason}`);
  deps.log.info(
    { outcome: received.outcome, source: input.source, orderId: received.orderId },
    "sms received",
  );
  return received;
}
