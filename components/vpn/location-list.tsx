import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Flag } from "@/components/layout/flag";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { ConfigView, LocationView } from "@/lib/domain/vpn/types";
import { PlaceState } from "./place-state";
import { PROTOCOL_NAMES } from "./protocol-names";

function Config({ config, place }: { config: ConfigView; place: string }) {
  const t = useTranslations("subscriptions.locations");
  const format = useFormatter();
  const protocol = PROTOCOL_NAMES[config.protocol];
  if (config.link === null) return null;
  return (
    <li className="flex flex-col gap-1.5 pt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-col items-start text-sm">
          <Ltr className="font-medium">{protocol}</Ltr>
          <span className="text-ink-3 text-xs">
            {config.otherApps.length === 0 ? t("all") : t("not", { apps: format.list(config.otherApps) })}
          </span>
        </p>
        <CopyButton text={config.link} label={t("copy", { protocol })} />
      </div>
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-ink-2 underline underline-offset-2 hover:text-ink md:min-h-8">
          {t("raw")}
          <span className="sr-only"> {t("copyOf", { protocol, place })}</span>
        </summary>
        <p className="rounded-control border border-line bg-sunken p-3 font-mono text-xs [overflow-wrap:anywhere]">
          <Ltr>{config.link}</Ltr>
        </p>
      </details>
    </li>
  );
}

/** Where one can connect to, and the single configurations for apps that want them. */
export function LocationList({ places }: { places: readonly LocationView[] }) {
  const t = useTranslations("subscriptions.locations");
  const tPlans = useTranslations("subscriptions.plans");
  return (
    <Section title={t("title")} lead={t("lead")}>
      {places.length === 0 && (
        <Panel className="text-ink-2 text-sm">
          <p className="font-medium text-ink">{t("none")}</p>
          <p>{t("noneText")}</p>
        </Panel>
      )}
      <ul className="grid items-start gap-3 lg:grid-cols-2">
        {places.map((place) => (
          <li key={place.id}>
            <Panel className="flex flex-col gap-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="flex flex-wrap items-center gap-2 font-medium text-sm">
                  <Flag iso2={place.countryCode} />
                  {place.name}
                  {place.isRecommended && (
                    <span className="font-normal text-accent-text text-xs">{tPlans("recommended")}</span>
                  )}
                </h3>
                {place.isReady || place.word === "maintenance" || place.word === "offline" ? (
                  <PlaceState word={place.word} />
                ) : (
                  <Badge tone="info">{t("waiting")}</Badge>
                )}
              </div>
              <p className="text-ink-3 text-xs">{tPlans("load", { percent: place.loadPercent / 100 })}</p>
              {place.configs.some(({ link }) => link !== null) && (
                <ul className="flex flex-col gap-3 divide-y divide-line">
                  {place.configs.map((config) => (
                    <Config key={config.id} config={config} place={place.name} />
                  ))}
                </ul>
              )}
            </Panel>
          </li>
        ))}
      </ul>
    </Section>
  );
}
