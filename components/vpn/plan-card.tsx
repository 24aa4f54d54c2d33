import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Flag } from "@/components/layout/flag";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { PlanView } from "@/lib/domain/vpn/types";
import { PlanPrice } from "./plan-price";
import { PROTOCOL_NAMES } from "./protocol-names";
import { useBytes } from "./use-bytes";

/** One country of each, in order. */
export function countriesOf(plan: PlanView): string[] {
  return [...new Set(plan.places.map(({ countryCode }) => countryCode))];
}

/** One plan: what it gives, what it costs, and the way to it. */
export function PlanCard({ plan, action }: { plan: PlanView; action: ReactNode }) {
  const t = useTranslations("subscriptions.plans");
  const bytes = useBytes();
  const id = useId();
  const lines = [
    plan.trafficBytes === null ? t("unlimited") : t("traffic", { amount: bytes(plan.trafficBytes) }),
    t("devices", { n: plan.maxDevices }),
    ...(plan.openPlaces > 0 ? [t("places", { n: plan.openPlaces })] : []),
    ...plan.features,
  ];
  return (
    <Panel as="article" aria-labelledby={id} className="flex flex-col gap-4">
      <h3 id={id} className="font-medium text-base">
        {plan.name}
      </h3>
      <PlanPrice plan={plan} />
      <ul className="flex flex-col gap-2 text-sm">
        {lines.map((line) => (
          <li key={line} className="flex items-start gap-2">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1.5 empty:hidden" aria-hidden="true">
        {countriesOf(plan).map((code) => (
          <Flag key={code} iso2={code} />
        ))}
      </div>
      <p className="text-ink-3 text-xs">
        <Ltr>{plan.protocols.map((protocol) => PROTOCOL_NAMES[protocol]).join(" · ")}</Ltr>
      </p>
      <div className="mt-auto flex flex-col gap-2 *:w-full">
        {plan.lack && <p className="text-sm text-warn">{t(`lack.${plan.lack}`)}</p>}
        {action}
      </div>
    </Panel>
  );
}
