import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import type { SubscriptionView } from "@/lib/domain/vpn/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { SubscriptionMeters } from "./subscription-meters";
import { SubscriptionState } from "./subscription-state";

/** One's own subscriptions, each with what is left of it. */
export function SubscriptionList({ subscriptions }: { subscriptions: readonly SubscriptionView[] }) {
  const t = useTranslations("subscriptions");
  return (
    <ul className="flex flex-col gap-3">
      {subscriptions.map((subscription) => (
        <li key={subscription.id}>
          <Panel className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <h2 className="font-medium text-base">
                <Link
                  href={routes.subscription(subscription.id)}
                  prefetch={false}
                  className="underline-offset-4 hover:underline"
                >
                  {subscription.planName}
                </Link>
              </h2>
              <SubscriptionState subscription={subscription} />
            </div>
            <SubscriptionMeters subscription={subscription} />
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="text-ink-3 text-xs">
                {t("number", { number: subscription.number })}
                {subscription.word !== "canceled" &&
                  ` · ${t(subscription.isAutoRenew ? "renewOn" : "renewOff")}`}
              </p>
              <LinkButton
                variant="secondary"
                href={routes.subscription(subscription.id)}
                prefetch={false}
                aria-label={t("list.open", { number: subscription.number })}
              >
                {t("list.details")}
              </LinkButton>
            </div>
          </Panel>
        </li>
      ))}
    </ul>
  );
}
