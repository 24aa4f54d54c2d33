import { gigabytes } from "./bytes";
import { renewedPeriod } from "./terms";
import type { SubscriptionStatus } from "./types";
import { ladderStep } from "./usage-ladder";

export interface ExtendableTerms {
  status: SubscriptionStatus;
  expiresAt: Date;
  trafficBytes: bigint | null;
  usedUploadBytes: bigint;
  usedDownloadBytes: bigint;
  exhaustedAt: Date | null;
}

export interface ExtendedTerms {
  status: SubscriptionStatus;
  expiresAt: Date;
  trafficBytes: bigint | null;
  exhaustedAt: Date | null;
  noticedPercent: number;
}

/**
 * What days and traffic on top make of a subscription; the preview and the change itself ask here. Days follow the end as a
 * renewal does: at once while it runs or its grace does, else from now, and open it again. Null where there is nothing to
 * extend: canceled, or over and given traffic alone.
 */
export function extendedTerms(
  terms: ExtendableTerms,
  { days, trafficGb }: { days: number; trafficGb: number },
  now: Date,
): ExtendedTerms | null {
  if (terms.status === "CANCELED") return null;
  if (days === 0 && (terms.status === "EXPIRED" || terms.expiresAt.getTime() <= now.getTime())) return null;
  const trafficBytes = terms.trafficBytes === null ? null : terms.trafficBytes + gigabytes(trafficGb);
  const step = ladderStep(terms.usedUploadBytes + terms.usedDownloadBytes, trafficBytes);
  return {
    status: terms.status === "EXPIRED" ? "ACTIVE" : terms.status,
    expiresAt: days === 0 ? terms.expiresAt : renewedPeriod(now, terms, days).endsAt,
    trafficBytes,
    exhaustedAt: step === 100 ? terms.exhaustedAt : null,
    noticedPercent: step,
  };
}
