import { endsSoonFrom, graceEndsAt } from "./terms";
import type { ServerStatus, ServerWord, SubscriptionStatus, SubscriptionWord } from "./types";

export interface SubscriptionFacts {
  status: SubscriptionStatus;
  periodStartsAt: Date;
  expiresAt: Date;
  isExhausted: boolean;
  /** Locations that are in service, and those of them that know the account. */
  locations: number;
  ready: number;
}

/** Whether so little of a period is left that its owner should act. */
export const isEndingSoon = (
  { periodStartsAt, expiresAt }: Pick<SubscriptionFacts, "periodStartsAt" | "expiresAt">,
  now: Date,
): boolean => now >= endsSoonFrom({ startsAt: periodStartsAt, endsAt: expiresAt });

/** One word for the whole: the most pressing first. */
export function subscriptionWord(facts: SubscriptionFacts, now: Date): SubscriptionWord {
  if (facts.status === "CANCELED") return "canceled";
  if (facts.status === "SUSPENDED") return "suspended";
  if (facts.status === "EXPIRED") return "expired";
  if (facts.expiresAt <= now) {
    const connects = !facts.isExhausted && facts.ready > 0 && now < graceEndsAt(facts.expiresAt);
    return connects ? "grace" : "expired";
  }
  if (facts.isExhausted) return "traffic_used_up";
  if (facts.ready === 0) return "being_prepared";
  if (facts.ready < facts.locations) return "partly_active";
  return isEndingSoon(facts, now) ? "ends_soon" : "active";
}

/** "Busy" from 85 % on. */
export function serverWord(status: ServerStatus, loadPercent: number): ServerWord {
  if (status === "OFFLINE") return "offline";
  if (status === "MAINTENANCE") return "maintenance";
  return loadPercent > 85 ? "busy" : "online";
}
