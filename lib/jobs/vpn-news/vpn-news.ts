import type { DispatchedEvent } from "../subscriber";

export const VPN_EVENTS = [
  "subscription.started",
  "subscription.changed",
  "subscription.renewed",
  "subscription.renewal_due",
  "subscription.renewal_failed",
  "subscription.traffic_noticed",
  "subscription.end_near",
  "subscription.ended",
  "plan.purchase_failed",
] as const;

export type VpnEvent = {
  [K in (typeof VPN_EVENTS)[number]]: DispatchedEvent<K>;
}[(typeof VPN_EVENTS)[number]];

/** What is told by mail too; each has a sentence in "notifications" and a mail in "emails". */
type MailedVpnNews =
  | "vpnBought"
  | "vpnNotBought"
  | "vpnRenewalDue"
  | "vpnRenewed"
  | "vpnRenewalFailed"
  | "vpnTrafficLow"
  | "vpnTrafficUsedUp"
  | "vpnEndsSoon"
  | "vpnTimeOver"
  | "vpnSuspended"
  | "vpnResumed"
  | "vpnRevoked"
  | "vpnNewLink";

interface Told {
  userId: string;
  /** Amounts are micro-units of USD as text, times ISO; a plan has its names in all three languages. */
  params: Record<string, string>;
  /** Where it leads, without language. */
  href: string;
  /** The same fact told again is the same line and the same mail. */
  key: string;
}

/** One line for the owner. Mails: always, where they want mails of payments and subscriptions, or never. */
export type VpnNews = Told &
  (
    | { kind: MailedVpnNews; mail: "always" | "wanted" | "never" }
    | { kind: "vpnEnded" | "vpnExtended"; mail: "never" }
  );
