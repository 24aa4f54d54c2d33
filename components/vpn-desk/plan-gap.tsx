import { useFormatter, useTranslations } from "next-intl";
import { isolateLtr } from "@/components/identity/isolate";
import type { StaffPlanView } from "@/lib/domain/vpn/staff-types";

/** What a plan on the shelf promises and no server keeps; nothing where all is well. */
export function PlanGap({ plan }: { plan: Pick<StaffPlanView, "isActive" | "places" | "emptyCountries"> }) {
  const t = useTranslations("vpnDesk.plans");
  const format = useFormatter();
  const { isActive, places, emptyCountries } = plan;
  if (!isActive || (places > 0 && emptyCountries.length === 0)) return null;
  return (
    <p role="status" className="max-w-prose text-sm text-warn">
      {places === 0
        ? t("nowhere")
        : t("emptyCountries", { countries: isolateLtr(format.list(emptyCountries)) })}
    </p>
  );
}
