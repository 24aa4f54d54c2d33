import type { Refusal } from "@/lib/domain/kernel/result";

/** What a refusal's sentence may name; amounts come formatted by `money` (micro-units as text). */
export function refusalValues(refusal: Refusal, money: (micros: bigint) => string) {
  const details = refusal.details ?? {};
  const amount = (name: string) => (typeof details[name] === "string" ? money(BigInt(details[name])) : "");
  return {
    price: amount("priceMicros"),
    missing: amount("missingMicros"),
    minimum: amount("minimumMicros"),
    maximum: amount("maximumMicros"),
    seconds: Number(details.secondsLeft ?? details.retryAfterSeconds ?? 0),
    limit: Number(details.limit ?? 0),
    found: typeof details.found === "string" ? details.found : "",
  };
}
