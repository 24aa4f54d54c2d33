/** What can be news to a person. Each has its sentence in the namespace "notifications". */
export const NOTIFICATION_KINDS = [
  "codeReceived",
  "expired",
  "failed",
  "refunded",
  "lateCode",
  "levelRaised",
  "emailVerified",
  "emailChanged",
  "passwordChanged",
  "newPlace",
  "liveKeyCreated",
  "invoicePaid",
  "invoiceOverpaid",
  "invoicePartly",
  "invoiceLate",
  "invoiceEndedPartly",
  "invoiceUnconfirmed",
  "refundSent",
  "refundFailed",
  "disputeOpened",
  "disputeWon",
  "disputeLost",
  "strayCredited",
  "withdrawalApproved",
  "withdrawalPaid",
  "withdrawalRefused",
  "balanceLow",
  "vpnBought",
  "vpnNotBought",
  "vpnRenewalDue",
  "vpnRenewed",
  "vpnRenewalFailed",
  "vpnTrafficLow",
  "vpnTrafficUsedUp",
  "vpnEndsSoon",
  "vpnTimeOver",
  "vpnEnded",
  "vpnExtended",
  "vpnSuspended",
  "vpnResumed",
  "vpnRevoked",
  "vpnNewLink",
  "webhookFailing",
  "webhookDisabled",
  "webhookGone",
  "adminWithdrawal",
  "adminSecondApproval",
  "adminDispute",
  "adminAlert",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What fills the sentence: names and amounts (micro-units as text), never a code or a text. */
export type NotificationParams = Record<string, string>;

export interface NotificationView {
  id: string;
  kind: NotificationKind;
  params: NotificationParams;
  /** Where it leads, a path without language; null: nowhere. */
  href: string | null;
  /** ISO, business time. */
  at: string;
  isRead: boolean;
}
