import { toDecimal } from "@/lib/domain/kernel/money";
import { COUNTRIES } from "./countries";
import type { Activation } from "./upstream";

export const CURRENCY_USD = 840;

/** "2026-11-21 10:00:00", UTC. */
export function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** A price as this protocol writes it: a JSON number. */
export const price = (micros: bigint) => Number(toDecimal(micros));

/** One row of getActiveActivations. */
export function listed(activation: Activation) {
  return {
    activationId: String(activation.id),
    serviceCode: activation.service,
    phoneNumber: activation.phone,
    activationCost: price(activation.costMicros),
    activationStatus: activation.status,
    smsCode: activation.messages.length > 0 ? activation.messages.map((message) => message.code) : null,
    smsText: activation.messages.length > 0 ? activation.messages.map((message) => message.text) : null,
    activationTime: time(activation.createdAt),
    countryCode: activation.country,
    countryName: COUNTRIES[activation.country]?.name ?? "",
    canGetAnotherSms: "1",
    currency: CURRENCY_USD,
  };
}

/** The answer of getNumberV2. */
export function bought(activation: Activation) {
  return {
    activationId: activation.id,
    phoneNumber: activation.phone,
    activationCost: price(activation.costMicros),
    currency: CURRENCY_USD,
    countryCode: activation.country,
    canGetAnotherSms: "1",
    activationTime: time(activation.createdAt),
    activationOperator: activation.operator,
  };
}
