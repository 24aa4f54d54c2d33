import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { DisputeState, PaymentStatus } from "@/lib/domain/billing/types";

const TONES: Record<PaymentStatus, Tone> = {
  CREATED: "neutral",
  PENDING: "info",
  DETECTED: "live",
  CONFIRMED: "live",
  SETTLED: "ok",
  FAILED: "bad",
  EXPIRED: "neutral",
  REFUNDED: "warn",
};

/** A payment's state in words. */
export function PaymentStatusBadge({ status }: { status: PaymentStatus }) {
  const t = useTranslations("billing.payment");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}

const DISPUTE_TONES: Record<DisputeState, Tone> = {
  NONE: "neutral",
  OPEN: "bad",
  FUNDS_WITHDRAWN: "bad",
  FUNDS_REINSTATED: "info",
  WON: "ok",
  LOST: "warn",
};

/** Where a dispute stands; nothing where there is none. */
export function DisputeBadge({ state }: { state: DisputeState }) {
  const t = useTranslations("money.dispute");
  return state === "NONE" ? null : <Badge tone={DISPUTE_TONES[state]}>{t(state)}</Badge>;
}
