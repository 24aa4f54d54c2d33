import { customerScope } from "@/lib/domain/kernel/actor";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { listOrderSpan } from "@/lib/domain/numbers/queries/order-span";
import type { OrderView } from "@/lib/domain/numbers/types";
import { type Answer, fail, json } from "../answer";
import type { KeyedCall } from "../call";
import { wholeNumber } from "../parameters";
import { bareCode, CURRENCY, digits, price, priceOf, time } from "../wire-values";

const MAX_ROWS = 100;
const DEFAULT_HISTORY_ROWS = 50;
const MAX_OFFSET = 1_000_000;
const MAX_DAYS = 30;
const DAY_SECONDS = 86_400;

/** The protocol's number of each screen state: 2 received, 3 waiting for another, 4 waiting, 6 done, 8 cancelled, 10 refunded. */
const STATUS_NUMBERS: Record<OrderView["screen"], string> = {
  connecting: "4",
  waiting: "4",
  canceling: "4",
  code_received: "2",
  waiting_another: "3",
  finished: "6",
  canceled: "8",
  used: "8",
  failed: "8",
  expired: "10",
};

const ownMessages = ({ messages }: OrderView) => messages.filter(({ isForeign }) => !isForeign);

function activeRow(order: OrderView) {
  const messages = ownMessages(order);
  const codes = messages.map(({ code }) => code).filter((code) => code !== null);
  return {
    activationId: String(order.number),
    serviceCode: order.service.code,
    phoneNumber: digits(order.phoneE164),
    activationCost: priceOf(order.price),
    activationStatus: STATUS_NUMBERS[order.screen],
    smsCode: codes.length > 0 ? codes.map(bareCode) : null,
    smsText: messages.at(-1)?.text ?? null,
    activationTime: time(order.createdAt),
    discount: "0.00",
    repeated: "0",
    countryCode: String(order.country.legacyId),
    countryName: order.country.name,
    canGetAnotherSms: "1",
    currency: CURRENCY,
  };
}

/** getActiveActivations: newest first, by `start` and `limit`. Clients read one or the other of the two lists. */
export async function activeActivations({ deps, actor, key, get }: KeyedCall): Promise<Answer> {
  const offset = wholeNumber(get("start"), 0, MAX_OFFSET);
  const limit = wholeNumber(get("limit"), MAX_ROWS, MAX_ROWS) || MAX_ROWS;
  const orders = await listOrderSpan(deps, customerScope(actor), { isActive: true, offset, limit });
  // As the original's newer answer, with the lists that clients read without looking at the error.
  if (orders.length === 0 && key.handlerErrors === "VANILLA")
    return json({ status: "error", error: "NO_ACTIVATIONS", activeActivations: [], data: [] });
  const rows = orders.map(activeRow);
  return json({ status: "success", activeActivations: rows, data: rows });
}

/** What is still live has not cost anything yet, and what was given back did not. */
function costOf({ status, price: asked, refunded }: OrderView): number {
  if (status !== "COMPLETED") return 0;
  return price((parseDecimal(asked) ?? 0n) - (parseDecimal(refunded ?? "0") ?? 0n));
}

function historyRow(order: OrderView) {
  return {
    id: order.number,
    date: time(order.createdAt),
    phone: digits(order.phoneE164),
    sms: ownMessages(order).at(-1)?.text ?? null,
    cost: costOf(order),
    status: STATUS_NUMBERS[order.screen],
    currency: CURRENCY,
  };
}

/** getListOfActiveActivations: the same by pages, as SMS-Activate's own site asked for it. */
export async function activationPage({ deps, actor, get }: KeyedCall): Promise<Answer> {
  const length = wholeNumber(get("length"), 10, MAX_ROWS) || 10;
  const page = Math.max(1, wholeNumber(get("page"), 1, MAX_OFFSET / MAX_ROWS));
  const offset = (page - 1) * length;
  const found = await listOrderSpan(deps, customerScope(actor), {
    isActive: true,
    offset,
    limit: length + 1,
  });
  const rows = found.slice(0, length).map((order) => ({
    id: order.number,
    forward: "0",
    phone: digits(order.phoneE164),
    createDate: time(order.createdAt),
    service: order.service.code,
    country: order.country.legacyId,
    finishDate: order.expiresAt === null ? null : time(order.expiresAt),
    forwardNumber: "",
  }));
  return json({ status: "success", data: rows, existNext: found.length > length, quant: rows.length });
}

/** Unix seconds; null for what is no time. */
function moment(words: string | undefined, fallback: number): number | null {
  if (words === undefined) return fallback;
  return /^\d{1,10}$/.test(words) ? Number(words) : null;
}

/** getHistory: newest first, of at most 30 days back. */
export async function history({ deps, actor, get }: KeyedCall): Promise<Answer> {
  const now = Math.ceil(deps.clock.now().getTime() / 1_000);
  const oldest = now - MAX_DAYS * DAY_SECONDS;
  const [start, end] = [moment(get("start"), oldest), moment(get("end"), now + DAY_SECONDS)];
  if (start === null || end === null || start > end || start < oldest - DAY_SECONDS)
    return fail("WRONG_DATE");
  const limit = wholeNumber(get("limit") ?? get("size"), DEFAULT_HISTORY_ROWS, MAX_ROWS);
  const orders = await listOrderSpan(deps, customerScope(actor), {
    from: new Date(start * 1_000),
    to: new Date(end * 1_000),
    offset: wholeNumber(get("offset"), 0, MAX_OFFSET),
    limit: limit || DEFAULT_HISTORY_ROWS,
  });
  return json(orders.map(historyRow));
}
