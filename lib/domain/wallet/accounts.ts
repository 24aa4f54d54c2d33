/** Where money comes from and goes to outside. */
export const EXTERNAL_ACCOUNTS = [
  "ext:stripe",
  "ext:mercadopago",
  "ext:btc",
  "ext:usdt",
  "ext:internal",
  "ext:sandbox",
] as const;

export const REVENUE_ACCOUNTS = ["rev:otp", "rev:sms", "rev:vpn"] as const;

export type ExternalAccount = (typeof EXTERNAL_ACCOUNTS)[number];
export type RevenueAccount = (typeof REVENUE_ACCOUNTS)[number];
