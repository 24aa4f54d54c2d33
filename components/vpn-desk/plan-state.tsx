import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { StaffPlanView } from "@/lib/domain/vpn/staff-types";

/** Whether a plan can be bought, leads anywhere, and is the trial. */
export function PlanState({ plan }: { plan: Pick<StaffPlanView, "isActive" | "isTrial" | "places"> }) {
  const t = useTranslations("vpnDesk.plans");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={plan.isActive ? "ok" : "neutral"}>{t(plan.isActive ? "offered" : "withdrawn")}</Badge>
      {plan.isActive && plan.places === 0 && <Badge tone="warn">{t("noPlace")}</Badge>}
      {plan.isTrial && <Badge tone="info">{t("trial")}</Badge>}
    </span>
  );
}
