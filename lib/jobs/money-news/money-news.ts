import type { DispatchedEvent } from "../subscriber";

export const MONEY_EVENTS = [
  "invoice.news",
  "refund.finished",
  "dispute.changed",
  "stray.credited",
  "balance.low",
  "withdrawal.requested",
  "withdrawal.decided",
  "alert.raised",
] as const;

export type MoneyEvent = {
  [K in (typeof MONEY_EVENTS)[number]]: DispatchedEvent<K>;
}[(typeof MONEY_EVENTS)[number]];

/** What can be told about money; each has a sentence in "notifications" and, but for one, a mail in "emails". */
export type MoneyNewsKind =
  | "invoicePaid"
  | "invoiceOverpaid"
  | "invoicePartly"
  | "invoiceLate"
  | "invoiceEndedPartly"
  | "invoiceUnconfirmed"
  | "refundSent"
  | "refundFailed"
  | "disputeOpened"
  | "disputeWon"
  | "disputeLost"
  | "strayCredited"
  | "withdrawalApproved"
  | "withdrawalPaid"
  | "withdrawalRefused"
  | "balanceLow"
  | "adminWithdrawal"
  | "adminSecondApproval"
  | "adminDispute"
  | "adminAlert";

/** One line for one reader. */
export interface MoneyNews {
  userId: string;
  kind: MoneyNewsKind;
  /** Amounts are micro-units of USD as text. */
  params: Record<string, string>;
  /** Where it leads, without language. */
  href: string;
  /** Mails: always, where the reader wants mails of money, or never. */
  mail: "always" | "wanted" | "never";
  /** The same fact told again is the same line and the same mail. */
  key: string;
}
