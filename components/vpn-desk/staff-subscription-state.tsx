import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { StaffSubscriptionView } from "@/lib/domain/vpn/staff-types";

const TONES: Record<StaffSubscriptionView["status"], Tone> = {
  ACTIVE: "ok",
  EXPIRED: "neutral",
  CANCELED: "neutral",
  SUSPENDED: "bad",
};

/** A subscription's state as it is stored; that its traffic is used up is said beside it. */
export function StaffSubscriptionState({
  subscription: { status, isExhausted },
}: {
  subscription: Pick<StaffSubscriptionView, "status" | "isExhausted">;
}) {
  const t = useTranslations("vpnDesk");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={TONES[status]}>{t(`subStatus.${status}`)}</Badge>
      {isExhausted && <Badge tone="warn">{t("people.usedUp")}</Badge>}
    </span>
  );
}
