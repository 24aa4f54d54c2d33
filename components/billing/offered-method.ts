import type { TopUpOffer } from "@/lib/domain/billing/types";
import { toDecimal } from "@/lib/domain/kernel/money";

type Method = TopUpOffer["methods"][number];

/** A way of paying as it travels to the browser: amounts as decimals. */
export interface OfferedMethod
  extends Pick<Method, "method" | "feeBps" | "chargeCurrency" | "perUsd" | "isAway" | "isSimulated"> {
  minimum: string;
  maximum: string;
}

export function toOfferedMethod({
  minimumMicros,
  maximumMicros,
  version: _version,
  isOn: _isOn,
  ...rest
}: Method): OfferedMethod {
  return { ...rest, minimum: toDecimal(minimumMicros), maximum: toDecimal(maximumMicros) };
}
