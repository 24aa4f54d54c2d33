import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";

/** A decimal of the wallet's currency as the API says money. */
export const usd = (amount: string) => ({ amount, currency: WALLET_CURRENCY });

export const usdOfMicros = (micros: bigint) => usd(toDecimal(micros));
