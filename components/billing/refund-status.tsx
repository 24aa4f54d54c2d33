import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { RefundView } from "@/lib/domain/billing/types";

const TONES: Record<RefundView["status"], Tone> = { PENDING: "live", COMPLETED: "ok", FAILED: "bad" };

/** A refund's state in words. */
export function RefundStatus({ status }: { status: RefundView["status"] }) {
  const t = useTranslations("money.refund.state");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
