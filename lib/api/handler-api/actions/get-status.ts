import type { PollState } from "@/lib/domain/numbers/queries/poll-states";
import type { OrderMessage, OrderView } from "@/lib/domain/numbers/types";
import { type Answer, fail, json, text } from "../answer";
import type { KeyedCall } from "../call";
import { activationNumber, wholeNumber } from "../parameters";
import { bareCode, digits, time } from "../wire-values";
import { findActivation } from "./find-activation";

/** The words of getStatus. What is over, with a code or without, is "cancelled" in this protocol. */
export function statusWords({ state, code }: Pick<PollState, "state" | "code">): string {
  switch (state) {
    case "waiting":
      return "STATUS_WAIT_CODE";
    case "code":
      return `STATUS_OK:${bareCode(code ?? "")}`;
    case "another":
      return `STATUS_WAIT_RETRY:${bareCode(code ?? "")}`;
    case "over":
      return "STATUS_CANCEL";
  }
}

/** getStatus: what clients ask again and again; from memory. */
export async function getStatus({ get, key, statuses }: KeyedCall): Promise<Answer> {
  const number = activationNumber(get("id"));
  const state = number === null ? null : await statuses.read(key, number);
  return state ? text(statusWords(state)) : fail("NO_ACTIVATION");
}

/** Messages of the activation's own service, oldest first. */
const own = (order: OrderView): OrderMessage[] => order.messages.filter(({ isForeign }) => !isForeign);

const isOver = ({ status }: OrderView) => status !== "PENDING" && status !== "ACTIVE";

/** getStatusV2: the newest SMS; calls are not taken. */
export async function getStatusV2(call: KeyedCall): Promise<Answer> {
  const order = await findActivation(call, call.get("id"));
  if (!order) return fail("NO_ACTIVATION");
  if (isOver(order)) return text("STATUS_CANCEL");
  const last = own(order).at(-1);
  return json({
    verificationType: 0,
    sms: last ? { dateTime: time(last.receivedAt), code: bareCode(last.code ?? ""), text: last.text } : null,
    call: null,
  });
}

/** getFullSms: the newest SMS whole, else what getStatus says. */
export async function getFullSms(call: KeyedCall): Promise<Answer> {
  const order = await findActivation(call, call.get("id"));
  if (!order) return fail("NO_ACTIVATION");
  if (isOver(order)) return text("STATUS_CANCEL");
  const last = own(order).at(-1);
  return text(last ? `FULL_SMS:${last.text}` : "STATUS_WAIT_CODE");
}

const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 1_000_000;

/** getAllSms: everything that came, newest first. */
export async function getAllSms(call: KeyedCall): Promise<Answer> {
  const order = await findActivation(call, call.get("id"));
  if (!order) return fail("NO_ACTIVATION");
  if (isOver(order)) return fail("ACTIVATION_NOT_ACTIVE");
  const size = Math.max(1, wholeNumber(call.get("size"), 10, MAX_PAGE_SIZE));
  const page = Math.max(1, wholeNumber(call.get("page"), 1, MAX_PAGE));
  const messages = own(order).toReversed();
  return json({
    data: messages.slice((page - 1) * size, page * size).map((message) => ({
      id: message.id,
      phoneFrom: digits(message.from),
      code: message.code === null ? null : bareCode(message.code),
      text: message.text,
      service: order.service.code,
      date: time(message.receivedAt),
      type: "sms",
    })),
    meta: { total: messages.length, service: order.service.code },
  });
}
