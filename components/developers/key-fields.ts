import type { KeyView, Scope } from "@/lib/domain/api-keys/types";
import { toDecimal } from "@/lib/domain/kernel/money";
import type { KeyLimitValues } from "./key-limits";

/** What stands in a key's form, as it was typed. */
export function readKeyForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    name: text("name"),
    scopes: form.getAll("scopes").map(String) as Scope[],
    rateLimit: text("rateLimit"),
    ipRestrictions: text("ipRestrictions"),
    maxPriceMicros: text("maxPriceMicros"),
    priceLimits: text("priceLimits"),
    handlerErrors: text("handlerErrors") === "HTTP" ? ("HTTP" as const) : ("VANILLA" as const),
    numbersStatusSuffix: form.has("numbersStatusSuffix"),
  };
}

/** A key's limits as its form shows them. */
export function limitValues(key: KeyView): KeyLimitValues {
  return {
    rateLimit: String(key.rateLimit),
    ipRestrictions: key.ipRestrictions.join("\n"),
    maxPrice: key.maxPriceMicros === null ? "" : toDecimal(key.maxPriceMicros),
    priceLimits: key.priceLimits
      .map((limit) => `${limit.slug} ${toDecimal(limit.maxPriceMicros)}`)
      .join("\n"),
    handlerErrors: key.handlerErrors,
    numbersStatusSuffix: key.numbersStatusSuffix,
  };
}
