import type { ProtocolCountry } from "@/lib/domain/catalog/queries/protocol-names";
import { type ErrorAnswer, fail } from "../answer";
import type { KeyedCall } from "../call";
import { countryOf, namesOf, serviceOf } from "../names";
import { isTrue, type ReadParameter } from "../parameters";
import { amountOf } from "../refusal-errors";
import { OUR_PROVIDER } from "./catalogue";

/** What getNumber was asked for. */
export interface PurchaseWish {
  /** Protocol code; whether it is sold the purchase says. */
  service: string;
  country: ProtocolCountry;
  /** Wanted first to last; empty: any. */
  operators: string[];
  /** "!mts": any but these. */
  unwantedOperators: string[];
  /** An operator that cannot be had is refused instead of replaced. */
  isStrictOperator: boolean;
  maxPriceMicros: bigint | undefined;
  minPriceMicros: bigint | null;
  /** Digits with which the number must not begin. */
  exceptPrefixes: string[];
  /** Of a sandbox key: the last digit chooses what the order does. */
  numberWish: string | undefined;
  orderId: string | null;
  /** A repeated orderId is always ORDER_ALREADY_EXISTS, also when everything else is the same. */
  isStrictOrderId: boolean;
}

const MAX_PREFIXES = 20;
/** The country's code and three to six digits more. */
const PREFIX = /^\d{4,9}$/;
const NUMBER = /^\d{1,15}$/;
const OPERATOR = /^!?[a-z0-9_-]{1,40}$/;
/** More than anything costs: what is higher limits nothing. */
const MOST_MICROS = 1_000_000_000_000n;

/** An amount that cannot be read pays for nothing, so that the answer names the price. */
function maxPriceOf(get: ReadParameter): bigint | undefined {
  const words = get("maxPrice") ?? get("max_price");
  if (words === undefined) return undefined;
  const micros = amountOf(words) ?? 0n;
  return micros > MOST_MICROS ? MOST_MICROS : micros;
}

/** What we cannot do has no numbers: calls, forwarding, other providers. */
function wantsWhatWeLack(get: ReadParameter): boolean {
  const type = get("activationType");
  const provider = String(OUR_PROVIDER);
  const [only, without] = [get("providerIds")?.split(","), get("exceptProviderIds")?.split(",")];
  return (
    isTrue(get("forward")) ||
    isTrue(get("verification")) ||
    (type !== undefined && type !== "0") ||
    (only !== undefined && !only.includes(provider)) ||
    without?.includes(provider) === true
  );
}

/** Reads and checks the parameters of a purchase. */
export async function purchaseWish(call: KeyedCall): Promise<PurchaseWish | ErrorAnswer> {
  const { get, key } = call;
  const names = await namesOf(call);
  const service = serviceOf(call, names);
  if (service === null) return fail("BAD_SERVICE");
  const country = countryOf(call, names);
  if (country === null) return fail("BAD_COUNTRY");
  const listed = (get("operator") ?? get("carriers") ?? "").toLowerCase().split(",").filter(Boolean);
  if (!listed.every((operator) => OPERATOR.test(operator))) return fail("BAD_OPERATOR");
  const exceptPrefixes = get("phoneException")?.split(",") ?? [];
  if (exceptPrefixes.length > MAX_PREFIXES || !exceptPrefixes.every((prefix) => PREFIX.test(prefix))) {
    return fail("WRONG_EXCEPTION_PHONE");
  }
  if (wantsWhatWeLack(get)) return fail("NO_NUMBERS");
  const minPrice = get("minPrice");
  return {
    service,
    country,
    operators: listed.includes("any") ? [] : listed.filter((operator) => !operator.startsWith("!")),
    unwantedOperators: listed.filter((operator) => operator.startsWith("!")).map((name) => name.slice(1)),
    isStrictOperator: isTrue(get("strictOperator")),
    maxPriceMicros: maxPriceOf(get),
    minPriceMicros: minPrice === undefined ? null : amountOf(minPrice),
    exceptPrefixes,
    numberWish: key.isSandbox && NUMBER.test(get("number") ?? "") ? get("number") : undefined,
    orderId: get("orderId") ?? null,
    isStrictOrderId: isTrue(get("strictOrderId")),
  };
}
