import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import type { OrderView } from "@/lib/domain/numbers/types";
import { type Answer, fail, NOTHING, text } from "../answer";
import type { KeyedCall } from "../call";
import { activationNumber } from "../parameters";
import { changeError } from "../refusal-errors";
import { findActivation } from "./find-activation";

const COMMANDS = {
  another: requestAnotherSms,
  finish: finishOrder,
  cancel: cancelOrder,
} as const;

/** The numbers of setStatus, and what each answers. "Ready" changes nothing. */
const STATUSES: Record<string, { command: keyof typeof COMMANDS; answer: string }> = {
  "3": { command: "another", answer: "ACCESS_RETRY_GET" },
  "6": { command: "finish", answer: "ACCESS_ACTIVATION" },
  "8": { command: "cancel", answer: "ACCESS_CANCEL" },
  "-1": { command: "cancel", answer: "ACCESS_CANCEL" },
};
const READY = "1";

/** The activation that is named, or what the caller is told. */
async function named(call: KeyedCall): Promise<{ order: OrderView } | Answer> {
  if (activationNumber(call.get("id")) === null) return fail("WRONG_ACTIVATION_ID");
  const order = await findActivation(call, call.get("id"));
  return order ? { order } : fail("NO_ACTIVATION");
}

async function change(
  { deps, actor, key }: KeyedCall,
  orderId: string,
  command: keyof typeof COMMANDS,
  answer: Answer,
): Promise<Answer> {
  const done = await COMMANDS[command](deps, actor, { orderId });
  return done.ok ? answer : changeError(done, key.handlerErrors === "HTTP");
}

/** setStatus: ready (1), another SMS (3), finish (6), cancel (8 or -1). */
export async function setStatus(call: KeyedCall): Promise<Answer> {
  const found = await named(call);
  if (!("order" in found)) return found;
  const status = call.get("status") ?? "";
  if (status === READY) return found.order.screen === "waiting" ? text("ACCESS_READY") : fail("BAD_STATUS");
  const wanted = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  if (!wanted) return fail("BAD_STATUS");
  return change(call, found.order.id, wanted.command, text(wanted.answer));
}

async function hero(call: KeyedCall, command: "finish" | "cancel"): Promise<Answer> {
  const found = await named(call);
  return "order" in found ? change(call, found.order.id, command, NOTHING) : found;
}

/** finishActivation and cancelActivation: HeroSMS' names of 6 and 8, answered with nothing. */
export const finishActivation = (call: KeyedCall) => hero(call, "finish");
export const cancelActivation = (call: KeyedCall) => hero(call, "cancel");
