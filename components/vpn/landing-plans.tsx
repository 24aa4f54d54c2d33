import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { PlanView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";
import { ChoosePlan } from "./choose-plan";
import { periodsOf } from "./period-name";
import { PlanCard } from "./plan-card";

const SHOWN = 3;

/** The VPN plans of the shortest length, and the way to all of them; nothing where none is on sale. */
export function LandingPlans({ plans, isSignedIn }: { plans: readonly PlanView[]; isSignedIn: boolean }) {
  const t = useTranslations("subscriptions.public");
  const [shortest] = periodsOf(plans);
  const shown = plans.filter(({ isTrial, durationDays }) => !isTrial && durationDays === shortest);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="plans-heading" className="flex flex-col items-start gap-6">
      <div className="flex flex-col gap-2">
        <h2 id="plans-heading" className="font-semibold text-2xl tracking-tight">
          {t("landingTitle")}
        </h2>
        <p className="max-w-[60ch] text-ink-2">{t("lead")}</p>
      </div>
      <div className="grid w-full grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
        {shown.slice(0, SHOWN).map((plan) => (
          <PlanCard key={plan.id} plan={plan} action={<ChoosePlan plan={plan} isSignedIn={isSignedIn} />} />
        ))}
      </div>
      <LinkButton variant="secondary" prefetch={false} href={routes.vpnPricing()}>
        {t("all")}
      </LinkButton>
    </section>
  );
}
