/** What an endpoint can be told, group by group, in the order in which forms show it. */
export const EVENT_GROUPS = {
  numbers: [
    "sms.received",
    "order.completed",
    "order.canceled",
    "order.expired",
    "refund.settled",
    "rental.expiring",
  ],
  money: [
    "balance.low",
    "limit.warning",
    "invoice.paid",
    "invoice.partly_paid",
    "invoice.paid_late",
    "invoice.expired",
    "invoice.canceled",
  ],
  subscriptions: [
    "subscription.started",
    "subscription.renewed",
    "subscription.renewal_due",
    "subscription.renewal_failed",
    "subscription.traffic_low",
    "subscription.ended",
  ],
} as const;

type ChosenEvent = (typeof EVENT_GROUPS)[keyof typeof EVENT_GROUPS][number];

/** All that can be chosen. */
export const CHOSEN_EVENTS: readonly ChosenEvent[] = Object.values(EVENT_GROUPS).flat();

/** "ping" is sent by hand alone. */
export const ALL_EVENTS = [...CHOSEN_EVENTS, "ping"] as const;

/** The format of SMS-Activate knows messages alone. */
export const SMS_ACTIVATE_EVENTS = ["sms.received"] as const;

export const FORMATS = ["STANDARD", "SMS_ACTIVATE"] as const;
