import type { Subscription } from "@/lib/db/generated/client";
import { fairCreditMicros } from "../fair-credit";

/** What is left of the running plan, for the preview and for the change itself. */
export const creditOf = (subscription: Subscription, now: Date): bigint =>
  subscription.status === "ACTIVE"
    ? fairCreditMicros(
        {
          paidMicros: subscription.paidMicros,
          startsAt: subscription.periodStartsAt,
          endsAt: subscription.expiresAt,
          trafficBytes: subscription.trafficBytes,
          usedBytes: subscription.usedUploadBytes + subscription.usedDownloadBytes,
        },
        now,
      )
    : 0n;

/** What an invoice was made out for. */
export interface AgreedChange {
  dueMicros: bigint;
  at: Date;
}

/**
 * The credit of a change that an invoice paid: what was promised when it was made out, though time has gone on since. Null
 * where it promised more than there can have been then, because the plan costs more by now.
 */
export function agreedCreditOf(
  subscription: Subscription,
  priceMicros: bigint,
  now: Date,
  agreed: AgreedChange | undefined,
): bigint | null {
  const credit = creditOf(subscription, now);
  if (!agreed) return credit;
  const promised = priceMicros - agreed.dueMicros;
  if (promised <= credit) return credit;
  const unused = { ...subscription, usedUploadBytes: 0n, usedDownloadBytes: 0n };
  return promised <= creditOf(unused, agreed.at) ? promised : null;
}
