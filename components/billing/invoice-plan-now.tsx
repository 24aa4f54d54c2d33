import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/routes";

/** What an invoice buys, where it is no top-up. */
export interface InvoicePlan {
  name: string;
  durationDays: number;
  isBought: boolean;
  /** The one that was bought, or that is renewed or changed. */
  subscriptionId: string | null;
}

interface InvoicePlanNowProps {
  plan: InvoicePlan;
  isPaid: boolean;
  /** Why the money bought nothing; null where it did or will. */
  refusal: string | null;
}

/** How the plan of an invoice that is over stands, and the way to it. */
export function InvoicePlanNow({ plan, isPaid, refusal }: InvoicePlanNowProps) {
  const t = useTranslations("billing.invoice");
  if (plan.isBought && plan.subscriptionId)
    return (
      <>
        <p role="status" className="text-ok">
          {t("planBought", { plan: plan.name })}
        </p>
        <LinkButton variant="primary" href={routes.subscription(plan.subscriptionId)}>
          {t("toSubscription")}
        </LinkButton>
      </>
    );
  if (!isPaid || refusal) return null;
  return <p role="status">{t("planComing", { plan: plan.name })}</p>;
}

/** From an invoice that bought nothing to where it can be tried again. */
export function PlanAgain({ plan: { isBought, subscriptionId, durationDays } }: { plan: InvoicePlan }) {
  const t = useTranslations("billing.invoice");
  if (isBought) return null;
  if (subscriptionId)
    return <LinkButton href={routes.subscription(subscriptionId)}>{t("toSubscription")}</LinkButton>;
  return <LinkButton href={routes.vpn({ period: durationDays })}>{t("toPlans")}</LinkButton>;
}
