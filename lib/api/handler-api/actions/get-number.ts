import type { OrderView } from "@/lib/domain/numbers/types";
import { type Answer, fail, json, text } from "../answer";
import type { KeyedCall } from "../call";
import { CURRENCY, digits, priceOf, time } from "../wire-values";
import { purchase } from "./purchase";

/** What getNumberV2 says of an order. SMS-Activate's fields, and after them HeroSMS'. */
function boughtRow({
  number,
  phoneE164,
  price,
  country,
  createdAt,
  operator,
  expiresAt,
  service,
}: OrderView) {
  return {
    activationId: String(number),
    phoneNumber: digits(phoneE164),
    activationCost: priceOf(price),
    currency: CURRENCY,
    countryCode: String(country.legacyId),
    canGetAnotherSms: "1",
    activationTime: time(createdAt),
    activationOperator: operator?.code ?? "any",
    countryPhoneCode: Number(country.phoneCode.replaceAll(/\D/g, "")),
    activationEndTime: expiresAt,
    verificationType: 0,
    subtype: 1,
    serviceCode: service.code,
  };
}

/** getNumber */
export async function getNumber(call: KeyedCall): Promise<Answer> {
  const bought = await purchase(call);
  if ("kind" in bought) return bought;
  return text(`ACCESS_NUMBER:${bought.order.number}:${digits(bought.order.phoneE164)}`);
}

/** getNumberV2 */
export async function getNumberV2(call: KeyedCall): Promise<Answer> {
  const bought = await purchase(call);
  return "kind" in bought ? bought : json(boughtRow(bought.order));
}

/** getMultiServiceNumber: one number for several services at once is not sold. */
export function getMultiServiceNumber({ get }: KeyedCall): Answer {
  return fail(get("multiService") === undefined ? "BAD_SERVICE" : "NO_NUMBERS");
}
