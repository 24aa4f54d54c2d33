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
