/** Where money comes from and goes to outside. */
export const EXTERNAL_ACCOUNTS = [
  "ext:stripe",
  "ext:mercadopago",
  "ext:btc",
  "ext:usdt",
  "ext:internal",
  /** Money that came in where no gateway tells of it, and that a person wrote down. */
  "ext:by_hand",
  "ext:sandbox",
] as const;

export const REVENUE_ACCOUNTS = ["rev:otp", "rev:sms", "rev:vpn"] as const;

export type ExternalAccount = (typeof EXTERNAL_ACCOUNTS)[number];
export type RevenueAccount = (typeof REVENUE_ACCOUNTS)[number];
