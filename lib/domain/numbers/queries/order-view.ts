import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal } from "@/lib/domain/kernel/money";
import { maskCodes } from "@/lib/domain/messages/extract-code";
import { screenState, timelineOf } from "../order-screen";
import { canCancel, canFinish, canReportUsed, canRequestAnother } from "../order-state";
import type { OrderMessage, OrderView, StaffOrderView } from "../types";
import type { OrderRow } from "./order-rows";

interface MessageRow {
  id: string;
  orderId: string | null;
  fromAddress: string;
  body: Uint8Array;
  code: Uint8Array | null;
  receivedAt: Date;
  isForeign: boolean;
}

type ReadDeps = Pick<KernelDeps, "db" | "cipher">;

/** What the orders' owners may read: never what came after the end. */
async function readMessages(deps: ReadDeps, rows: OrderRow[]): Promise<Map<string, MessageRow[]>> {
  const ids = rows.filter(({ messageCount }) => messageCount > 0).map(({ id }) => id);
  const byOrder = new Map<string, MessageRow[]>();
  if (ids.length === 0) return byOrder;
  const messages = await deps.db.smsMessage.findMany({
    where: { orderId: { in: ids }, direction: "INBOUND", isLate: false },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      orderId: true,
      fromAddress: true,
      body: true,
      code: true,
      receivedAt: true,
      isForeign: true,
    },
  });
  for (const message of messages) {
    const key = message.orderId ?? "";
    byOrder.set(key, [...(byOrder.get(key) ?? []), message]);
  }
  return byOrder;
}

function messageView({ cipher }: ReadDeps, message: MessageRow, serviceName: string): OrderMessage {
  const { isForeign, code } = message;
  const text = cipher.decrypt(message.body);
  return {
    id: message.id,
    // Suppliers name no sender; it is the service then.
    from: message.fromAddress || serviceName,
    // A code of another service is not sold with this number.
    text: isForeign ? maskCodes(text) : text,
    code: isForeign || !code ? null : cipher.decrypt(code),
    receivedAt: message.receivedAt.toISOString(),
    isForeign,
    isLate: false,
  };
}

function timesOf(_row: OrderRow, messages: MessageRow[]): Date[] {
  const first = messages.find(({ code, isForeign }) => code !== null && !isForeign);
  return messages.filter((message) => message !== first).map(({ receivedAt }) => receivedAt);
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function orderView(deps: ReadDeps, row: OrderRow, messages: MessageRow[]): OrderView {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    screen: screenState(row),
    service: { slug: row.serviceSlug, code: row.serviceCode, name: row.serviceName },
    country: {
      iso2: row.countryIso2,
      name: row.countryName,
      phoneCode: row.countryPhoneCode,
      legacyId: row.countryLegacyId,
    },
    operator: row.operatorCode
      ? { code: row.operatorCode, name: row.operatorName ?? row.operatorCode }
      : null,
    phoneE164: row.phoneE164,
    price: toDecimal(row.priceMicros),
    currency: row.currency,
    code: row.verificationCode ? deps.cipher.decrypt(row.verificationCode) : null,
    messages: messages.map((message) => messageView(deps, message, row.serviceName)),
    createdAt: row.startAt.toISOString(),
    activatedAt: iso(row.activatedAt),
    cancelableAt: iso(row.cancelableAt),
    expiresAt: iso(row.expiresAt),
    endAt: iso(row.endAt),
    closing: row.closingAt !== null && row.endAt === null,
    canCancel: canCancel(row),
    canFinish: canFinish(row),
    canRequestAnother: canRequestAnother(row),
    canReportUsed: canReportUsed(row),
    refunded: row.refundedMicros > 0n ? toDecimal(row.refundedMicros) : null,
    lateCode: row.lateCodeAt !== null,
    timeline: timelineOf({ ...row, messageTimes: timesOf(row, messages) }),
    isSimulated: row.isSimulated,
  };
}

/** Rows as their owner sees them. One further read, and none when there are no messages. */
export async function toOrderViews(deps: ReadDeps, rows: OrderRow[]): Promise<OrderView[]> {
  const messages = await readMessages(deps, rows);
  return rows.map((row) => orderView(deps, row, messages.get(row.id) ?? []));
}

/** Rows as staff see them: whose, from whom and at what cost; codes and texts stay with the customer. */
export function toStaffViews(deps: ReadDeps, rows: OrderRow[]): StaffOrderView[] {
  return rows.map((row) => ({
    ...orderView(deps, { ...row, verificationCode: null }, []),
    user: { id: row.userId, username: row.username },
    provider: { code: row.providerCode, name: row.providerName },
    upstreamOrderId: row.upstreamOrderId,
    cost: toDecimal(row.costMicros),
    loss: toDecimal(row.lossMicros),
  }));
}
