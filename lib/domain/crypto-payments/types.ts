/** What can be paid with: bitcoin, and Tether's dollar on Tron. */
export type CryptoAsset = "BTC" | "USDT";

/** Where it is paid. */
export type CryptoNetwork = "BTC" | "TRC20";

/** Each asset is taken on one network. */
export const NETWORK_OF: Record<CryptoAsset, CryptoNetwork> = { BTC: "BTC", USDT: "TRC20" };

/** Tether's own contract on Tron; any other that calls itself USDT is a stranger. */
export const USDT_CONTRACT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

export type InvoiceStatus = "CREATED" | "PENDING" | "PAID" | "EXPIRED" | "REFUNDED" | "CANCELED";

export type InvoiceException = "NONE" | "PAID_PARTIAL" | "PAID_LATE" | "PAID_OVER" | "UNCONFIRMED" | "MARKED";

export type PaymentStatus =
  | "CREATED"
  | "PENDING"
  | "DETECTED"
  | "CONFIRMED"
  | "SETTLED"
  | "FAILED"
  | "EXPIRED"
  | "REFUNDED";
