const PREFIX = "renewal:";

/** The key of the renewal that a subscription does by itself: it names the end that is renewed, so that each is renewed once. */
export const ownRenewalKey = (subscriptionId: string, endsAt: Date): string =>
  `${PREFIX}${subscriptionId}:${endsAt.toISOString()}`;

/** Whether a purchase with this key was a renewal that the subscription did by itself. */
export const isOwnRenewal = (key: string): boolean => key.startsWith(PREFIX);
