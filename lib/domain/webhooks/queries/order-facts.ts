import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { fact, type SmsPush, type SourceEvent, type WebhookFact } from "../fact";
import type { MessageData, OrderData } from "../payloads";

type Reads = Pick<KernelDeps, "db" | "cipher">;

const WITH_NAMES = { service: true, country: true } as const;

export function findOrder({ db }: Reads, id: string) {
  return db.order.findUnique({ where: { id }, include: WITH_NAMES });
}

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function orderData(row: OrderRow): OrderData {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind === "RENTAL" ? "rental" : "activation",
    status: row.status.toLowerCase() as OrderData["status"],
    service: { code: row.service.code, name: row.service.name },
    country: { code: row.country.iso2, name: row.country.nameEn },
    phone: row.phoneE164,
    price: toDecimal(row.priceMicros),
    currency: "USD",
    projectId: row.projectId,
    createdAt: row.startAt.toISOString(),
    expiresAt: iso(row.expiresAt),
    endedAt: iso(row.endAt),
  };
}

/** What all facts of an order share. */
export function aboutOrder(row: OrderRow, at: Date) {
  const { id, projectId, isSandbox } = row;
  return { orderingKey: `order:${id}`, of: { projectId }, isSandbox, at };
}

function refundFact(row: OrderRow, amountMicros: bigint, key: string, at: Date): WebhookFact {
  return fact({
    ...aboutOrder(row, at),
    type: "refund.settled",
    sourceKey: `refund.settled:${key}`,
    data: {
      amount: toDecimal(amountMicros),
      currency: "USD",
      to: "wallet",
      order: orderData(row),
      invoice: null,
    },
  });
}

function pushOf(row: OrderRow, message: MessageData): SmsPush {
  return {
    activationId: row.number,
    service: row.service.code,
    text: message.text,
    code: message.code ?? "",
    country: row.country.legacyId,
    receivedAt: message.receivedAt.slice(0, 19).replace("T", " "),
  };
}

/** A message that reached its order; one of another service is not told. */
export async function factsOfMessage(
  deps: Reads,
  event: SourceEvent<"order.code_received" | "order.message_received">,
): Promise<WebhookFact[]> {
  const { orderId, messageId } = event.payload;
  const [row, stored] = await Promise.all([
    findOrder(deps, orderId),
    deps.db.smsMessage.findUnique({ where: { id: messageId } }),
  ]);
  if (!row || !stored || stored.isForeign || stored.isLate) return [];
  const message: MessageData = {
    id: stored.id,
    from: stored.fromAddress || row.service.name,
    text: deps.cipher.decrypt(stored.body),
    code: stored.code ? deps.cipher.decrypt(stored.code) : null,
    receivedAt: stored.receivedAt.toISOString(),
  };
  return [
    fact({
      ...aboutOrder(row, stored.receivedAt),
      type: "sms.received",
      sourceKey: `sms.received:${messageId}`,
      data: { order: orderData(row), message },
      push: pushOf(row, message),
    }),
  ];
}

const ENDS = {
  "order.completed": "order.completed",
  "order.canceled": "order.canceled",
  "order.expired": "order.expired",
  "order.failed": null,
} as const;

/** The end of an order; where no code had come, its money is back at the same moment. */
export async function factsOfEnd(deps: Reads, event: SourceEvent<keyof typeof ENDS>): Promise<WebhookFact[]> {
  const { orderId } = event.payload;
  const row = await findOrder(deps, orderId);
  if (!row) return [];
  const type = ENDS[event.kind];
  const at = row.endAt ?? event.createdAt;
  const ended = type
    ? [
        fact({
          ...aboutOrder(row, at),
          type,
          sourceKey: `${type}:${orderId}`,
          data: { order: orderData(row) },
        }),
      ]
    : [];
  const isReleased = row.firstCodeAt === null && event.kind !== "order.completed";
  return isReleased ? [...ended, refundFact(row, row.priceMicros, `hold:${orderId}`, at)] : ended;
}

/** Money given back after the code. */
export async function factsOfRefund(
  deps: Reads,
  event: SourceEvent<"order.refunded">,
): Promise<WebhookFact[]> {
  const { orderId, amountMicros } = event.payload;
  const row = await findOrder(deps, orderId);
  return row ? [refundFact(row, BigInt(amountMicros), `event:${event.id}`, event.createdAt)] : [];
}
