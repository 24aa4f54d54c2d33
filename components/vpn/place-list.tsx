import { useTranslations } from "next-intl";
import { Section } from "@/components/identity/section";
import { Flag } from "@/components/layout/flag";
import { Panel } from "@/components/ui/panel";
import type { PlaceView } from "@/lib/domain/vpn/types";
import { Meter } from "./meter";
import { PlaceState } from "./place-state";

/** Where the plans lead, and how busy each place is. */
export function PlaceList({ places }: { places: readonly PlaceView[] }) {
  const t = useTranslations("subscriptions.plans");
  if (places.length === 0) return null;
  return (
    <Section title={t("locations")} lead={t("locationsText")}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-3">
        {places.map((place) => (
          <li key={place.id}>
            <Panel className="flex h-full flex-col gap-2.5 text-sm">
              <p className="flex flex-wrap items-center gap-2">
                <Flag iso2={place.countryCode} />
                <span className="font-medium">{place.name}</span>
                {place.isRecommended && <span className="text-accent-text text-xs">{t("recommended")}</span>}
              </p>
              <Meter percent={place.loadPercent} tone={place.word === "busy" ? "warn" : "ok"} />
              <p className="flex flex-wrap items-center justify-between gap-2">
                <span className="text-ink-2">{t("load", { percent: place.loadPercent / 100 })}</span>
                <PlaceState word={place.word} />
              </p>
            </Panel>
          </li>
        ))}
      </ul>
    </Section>
  );
}
