import { useFormatter, useTranslations } from "next-intl";
import { QrCode } from "@/components/billing/qr-code";
import { Section } from "@/components/identity/section";
import { buttonStyle } from "@/components/ui/button-style";
import { Panel } from "@/components/ui/panel";
import type { PlatformApps, SubscriptionDetail, SubscriptionWord } from "@/lib/domain/vpn/types";
import { AppChoice } from "./app-choice";
import { SecretLink } from "./secret-link";

interface AddToAppProps {
  subscription: SubscriptionDetail;
  link: { url: string; platforms: PlatformApps[] };
}

/** While nothing connects, an app has nothing to be added for. */
const LEADS: Partial<Record<SubscriptionWord, "leadEnded" | "leadSuspended">> = {
  expired: "leadEnded",
  traffic_used_up: "leadEnded",
  suspended: "leadSuspended",
};

/** Every way into an app: a tap, a code to scan, a link to copy, a file. */
export function AddToApp({ subscription, link: { url, platforms } }: AddToAppProps) {
  const t = useTranslations("subscriptions.add");
  const format = useFormatter();
  const hasWireguard = subscription.places.some(({ configs }) =>
    configs.some(({ protocol, link }) => protocol === "WIREGUARD" && link !== null),
  );
  const isStopped = LEADS[subscription.word] !== undefined;
  return (
    <Section title={t(isStopped ? "again" : "title")} lead={t(LEADS[subscription.word] ?? "lead")}>
      <Panel className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <AppChoice platforms={platforms} url={url} />
        <div className="flex flex-col gap-4">
          <QrCode text={url} label={t("qr")} />
          <SecretLink url={url} label={t("link")} />
          <p className="text-ink-3 text-xs">{t("linkText")}</p>
          {subscription.oldLinkUntil && (
            <p className="text-warn text-xs">
              {t("oldLink", { date: format.dateTime(new Date(subscription.oldLinkUntil), "long") })}
            </p>
          )}
          <p className="-ms-4 flex flex-wrap gap-2">
            <a href={`${url}?format=links`} download className={buttonStyle({ variant: "ghost" })}>
              {t("list")}
            </a>
            {hasWireguard && (
              <a href={`${url}?format=wireguard`} download className={buttonStyle({ variant: "ghost" })}>
                {t("wireguard")}
              </a>
            )}
          </p>
        </div>
      </Panel>
    </Section>
  );
}
