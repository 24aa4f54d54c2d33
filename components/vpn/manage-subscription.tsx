import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfferedMethod } from "@/components/billing/offered-method";
import { Section } from "@/components/identity/section";
import { Panel } from "@/components/ui/panel";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import type { SubscriptionDetail, SubscriptionOffer } from "@/lib/domain/vpn/types";
import { formatMoney } from "@/lib/format/money";
import { AutoRenewalSwitch } from "./auto-renewal-switch";
import { CancelSubscriptionButton } from "./cancel-subscription-button";
import { MANAGE_ID } from "./manage-id";
import { RenewButton } from "./renew-button";
import { RenewalFailure } from "./renewal-failure";
import { RotateLinkButton } from "./rotate-link-button";
import { UpgradeButton } from "./upgrade-button";
import { useBytes } from "./use-bytes";

interface ManageSubscriptionProps {
  subscription: SubscriptionDetail;
  offer: SubscriptionOffer;
  /** The ways of paying beside the wallet. */
  methods: readonly OfferedMethod[];
  /** The secret link as it is now. */
  linkUrl: string;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 py-4 first:pt-0 last:pb-0">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </div>
  );
}

/** Renewal, another plan, a new link, the end. */
export function ManageSubscription(props: ManageSubscriptionProps) {
  const { subscription, offer, methods, linkUrl } = props;
  const t = useTranslations("subscriptions.manage");
  const tPlans = useTranslations("subscriptions.plans");
  const locale = useLocale();
  const format = useFormatter();
  const bytes = useBytes();
  const money = (amount: string) => formatMoney(parseDecimal(amount) ?? 0n, WALLET_CURRENCY, locale);
  const { id, word, isTrial, isAutoRenew, renewalFailure, oldLinkUntil } = subscription;
  if (word === "canceled") return null;
  const { renewal, upgrades, smaller } = offer;
  const credit = upgrades[0]?.credit;
  return (
    <Section title={t("title")}>
      <Panel id={MANAGE_ID} className="flex scroll-mt-24 flex-col divide-y divide-line">
        {word !== "suspended" && (
          <Part title={t("renewal")}>
            {renewal ? (
              <>
                <p className="text-ink-2 text-sm">
                  {t("renewText", {
                    price: money(renewal.price),
                    n: renewal.durationDays,
                    date: format.dateTime(new Date(renewal.endsAt), "date"),
                  })}
                </p>
                {renewalFailure && <RenewalFailure reason={renewalFailure} />}
                <RenewButton subscriptionId={id} methods={methods} renewal={renewal} />
                <AutoRenewalSwitch subscriptionId={id} isOn={isAutoRenew} />
              </>
            ) : (
              <p className="text-ink-2 text-sm">{t(isTrial ? "trialEnd" : "noRenewal")}</p>
            )}
          </Part>
        )}
        {(upgrades.length > 0 || smaller > 0) && (
          <Part title={t("change")}>
            {credit && credit !== "0.00" && (
              <p className="text-ink-2 text-sm">{t("changeText", { credit: money(credit) })}</p>
            )}
            {smaller > 0 && <p className="text-ink-2 text-sm">{t("smaller", { n: smaller })}</p>}
            <ul className="flex w-full flex-col divide-y divide-line rounded-control border border-line empty:hidden">
              {upgrades.map((upgrade) => (
                <li
                  key={upgrade.familyId}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-3 text-sm"
                >
                  <span className="flex flex-col">
                    <span className="font-medium">{upgrade.name}</span>
                    <span className="text-ink-3 text-xs">
                      {t("changeFor", { due: money(upgrade.due), n: upgrade.durationDays })}
                      {" · "}
                      {upgrade.trafficBytes === null ? tPlans("unlimitedShort") : bytes(upgrade.trafficBytes)}
                    </span>
                  </span>
                  <UpgradeButton
                    subscriptionId={id}
                    upgrade={upgrade}
                    running={offer.running}
                    methods={methods}
                  />
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title={t("link")}>
          <RotateLinkButton subscriptionId={id} url={linkUrl} oldLinkUntil={oldLinkUntil} />
        </Part>
        <Part title={t("danger")}>
          <CancelSubscriptionButton subscriptionId={id} />
        </Part>
      </Panel>
    </Section>
  );
}
