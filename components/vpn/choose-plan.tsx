import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { PlanView } from "@/lib/domain/vpn/types";
import { choosePlanPath } from "./choose-plan-path";
import { periodName } from "./period-name";

/** The way from a plan that everybody sees to where it is bought. */
export function ChoosePlan({ plan, isSignedIn }: { plan: PlanView; isSignedIn: boolean }) {
  const t = useTranslations("subscriptions.plans");
  const locale = useLocale();
  const period = t(`period.${periodName(plan.durationDays)}`, { n: plan.durationDays });
  return (
    <LinkButton
      variant="secondary"
      prefetch={false}
      href={choosePlanPath(plan.durationDays, { isSignedIn, locale })}
      aria-label={t("chooseNamed", { plan: plan.name, period })}
    >
      {t("choose")}
    </LinkButton>
  );
}
