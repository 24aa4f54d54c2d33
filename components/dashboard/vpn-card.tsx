import { useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { SubscriptionMeters } from "@/components/vpn/subscription-meters";
import { SubscriptionState } from "@/components/vpn/subscription-state";
import type { SubscriptionView } from "@/lib/domain/vpn/types";
import { routes } from "@/lib/routes";

/** Days and traffic left of the VPN subscription that ends first; nothing for whoever has none. */
export function VpnCard({ subscription }: { subscription: SubscriptionView }) {
  const t = useTranslations("subscriptions.list");
  return (
    <Section title={subscription.planName}>
      <Panel className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SubscriptionState subscription={subscription} />
          <LinkButton variant="secondary" href={routes.subscription(subscription.id)} prefetch={false}>
            {t("details")}
          </LinkButton>
        </div>
        <SubscriptionMeters subscription={subscription} />
      </Panel>
    </Section>
  );
}
