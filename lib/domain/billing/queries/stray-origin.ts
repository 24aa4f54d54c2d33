import type { PaymentMethod, UnmatchedPayment } from "@/lib/db/generated/client";
import { plainDecimal } from "@/lib/domain/kernel/charge";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { LedgerKind } from "@/lib/domain/wallet/postings";
import type { ExternalAccount } from "@/lib/domain/wallet/types";

export interface StrayOrigin {
  source: ExternalAccount;
  kind: LedgerKind;
  paymentMethod: PaymentMethod;
}

/** What a token is written down as that nobody knows: whatever it says of itself, it is worth nothing. */
export const UNKNOWN_ASSET = "?";

/** Where unmatched money lies. */
export function originOf({ gateway, asset }: Pick<UnmatchedPayment, "gateway" | "asset">): StrayOrigin {
  if (gateway === "STRIPE") return { source: "ext:stripe", kind: "deposit.stripe", paymentMethod: "CARD" };
  if (gateway === "MERCADOPAGO") {
    return { source: "ext:mercadopago", kind: "deposit.mercadopago", paymentMethod: "PIX" };
  }
  if (asset === "USDT") return { source: "ext:usdt", kind: "deposit.crypto", paymentMethod: "CRYPTO_USDT" };
  if (asset === "BTC") return { source: "ext:btc", kind: "deposit.crypto", paymentMethod: "CRYPTO_BTC" };
  throw new Error(`no account holds "${asset}"`);
}

/** The most that what came in is worth, as dollars or as nothing; null for what has to be reckoned by a person. */
export function worthMicros({ asset, amount }: Pick<UnmatchedPayment, "asset" | "amount">): bigint | null {
  if (asset === UNKNOWN_ASSET) return 0n;
  return asset === "USD" || asset === "USDT" ? parseDecimal(plainDecimal(amount)) : null;
}
