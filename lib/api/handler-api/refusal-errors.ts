import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { type ErrorAnswer, fail } from "./answer";
import type { ProtocolErrorCode } from "./http-errors";
import { price } from "./wire-values";

const SIMPLE: Partial<Record<Refusal["reason"], ProtocolErrorCode>> = {
  bad_service: "BAD_SERVICE",
  bad_country: "BAD_COUNTRY",
  bad_operator: "BAD_OPERATOR",
  service_prohibited: "SERVICE_NOT_AVAILABLE",
  level_too_low: "ACCOUNT_INACTIVE",
  suspended: "ACCOUNT_INACTIVE",
  wallet_frozen: "ACCOUNT_INACTIVE",
  no_stock: "NO_NUMBERS",
  insufficient_funds: "NO_BALANCE",
  project_limit_reached: "NO_BALANCE",
  daily_limit_reached: "CHANNELS_LIMIT",
  idempotency_mismatch: "ORDER_ALREADY_EXISTS",
  invalid_input: "BAD_SERVICE",
  not_found: "NO_ACTIVATION",
  order_closed: "BAD_STATUS",
  order_closing: "BAD_STATUS",
  order_pending: "EARLY_CANCEL_DENIED",
  no_code: "BAD_STATUS",
  has_code: "BAD_STATUS",
};

/** What a refused purchase is told. The cheapest price stands behind the word when it was too high. */
export function purchaseError({ reason, details }: Refusal): ErrorAnswer {
  if (reason === "price_changed" || reason === "key_price_limit") {
    const micros = BigInt(details?.priceMicros?.toString() ?? "0");
    return fail("WRONG_MAX_PRICE", { suffix: `:${toDecimal(micros)}`, info: { min: price(micros) } });
  }
  return fail(SIMPLE[reason] ?? "ERROR_SQL");
}

/** What a refused change of an activation is told; HeroSMS has more words for it than SMS-Activate. */
export function changeError({ reason, details }: Refusal, isHttp: boolean): ErrorAnswer {
  if (reason === "cancel_too_early") {
    const secondsLeft = Number(details?.secondsLeft ?? 0);
    return fail("EARLY_CANCEL_DENIED", { info: { minActivationTime: 120, secondsLeft } });
  }
  if (isHttp && reason === "has_code") return fail("OTP_RECEIVED");
  if (isHttp && (reason === "order_closed" || reason === "order_closing"))
    return fail("ACTIVATION_NOT_ACTIVE");
  return fail(SIMPLE[reason] ?? "ERROR_SQL");
}

/** "0.25", and what floats look like: digits after the sixth are dropped. Null for what is no amount. */
export function amountOf(words: string): bigint | null {
  const match = /^(\d{1,12})(?:\.(\d{0,20}))?$/.exec(words);
  return match ? parseDecimal(`${match[1]}.${(match[2] || "0").slice(0, 6)}`) : null;
}
