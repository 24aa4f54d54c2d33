import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { WithdrawalStatus } from "@/lib/domain/billing/types";

const TONES: Record<WithdrawalStatus, Tone> = {
  REQUESTED: "live",
  APPROVED: "info",
  PAID: "ok",
  REFUSED: "bad",
  CANCELED: "neutral",
};

/** A withdrawal's state as its customer reads it. */
export function WithdrawalStatusBadge({ status }: { status: WithdrawalStatus }) {
  const t = useTranslations("withdrawals.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}

/** The same for staff: what is to be done about it. */
export function StaffWithdrawalStatus({ status }: { status: WithdrawalStatus }) {
  const t = useTranslations("money.withdrawals.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
