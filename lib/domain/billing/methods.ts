import type { CryptoAsset } from "@/lib/domain/crypto-payments/types";
import type { ExternalAccount } from "@/lib/domain/wallet/types";

/** The ways to bring money in, in the order they are shown. */
export const TOP_UP_METHODS = ["CARD", "PIX", "CHECKOUT_PRO", "CRYPTO_USDT", "CRYPTO_BTC"] as const;
export type TopUpMethod = (typeof TOP_UP_METHODS)[number];

export type CryptoMethod = Extract<TopUpMethod, "CRYPTO_USDT" | "CRYPTO_BTC">;

interface MethodTerms {
  gateway: "STRIPE" | "MERCADOPAGO" | "CRYPTO";
  /** What the payer is charged in. */
  chargeCurrency: string;
  /** The house's account for what is outside. */
  account: ExternalAccount;
  /** How long the customer has to pay, business time. */
  payWithinSeconds: number;
  /** What a fresh shop starts with; an admin changes it. Micro-units of USD, hundredths of a percent. */
  minimumMicros: bigint;
  maximumMicros: bigint;
  feeBps: number;
}

const HOUR = 3_600;
const USD = 1_000_000n;

export const METHOD_TERMS: Record<TopUpMethod, MethodTerms> = {
  CARD: {
    gateway: "STRIPE",
    chargeCurrency: "USD",
    account: "ext:stripe",
    // Stripe's shortest is half an hour; one minute more, so that its own clock may differ.
    payWithinSeconds: 31 * 60,
    minimumMicros: 5n * USD,
    maximumMicros: 1_000n * USD,
    feeBps: 0,
  },
  PIX: {
    gateway: "MERCADOPAGO",
    chargeCurrency: "BRL",
    account: "ext:mercadopago",
    payWithinSeconds: HOUR / 2,
    minimumMicros: 2n * USD,
    maximumMicros: 1_000n * USD,
    feeBps: 0,
  },
  CHECKOUT_PRO: {
    gateway: "MERCADOPAGO",
    chargeCurrency: "BRL",
    account: "ext:mercadopago",
    payWithinSeconds: HOUR,
    minimumMicros: 5n * USD,
    maximumMicros: 1_000n * USD,
    feeBps: 0,
  },
  CRYPTO_USDT: {
    gateway: "CRYPTO",
    chargeCurrency: "USDT",
    account: "ext:usdt",
    payWithinSeconds: HOUR / 4,
    minimumMicros: 10n * USD,
    maximumMicros: 10_000n * USD,
    feeBps: 0,
  },
  CRYPTO_BTC: {
    gateway: "CRYPTO",
    chargeCurrency: "BTC",
    account: "ext:btc",
    payWithinSeconds: HOUR / 4,
    minimumMicros: 10n * USD,
    maximumMicros: 10_000n * USD,
    feeBps: 0,
  },
};

export function isTopUpMethod(method: string): method is TopUpMethod {
  return method in METHOD_TERMS;
}

export function isCrypto(method: TopUpMethod): method is CryptoMethod {
  return METHOD_TERMS[method].gateway === "CRYPTO";
}

export const ASSET_OF: Record<CryptoMethod, CryptoAsset> = { CRYPTO_BTC: "BTC", CRYPTO_USDT: "USDT" };
