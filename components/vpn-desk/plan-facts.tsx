import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { type Fact, FactList } from "@/components/offers/fact-list";
import { PriceText } from "@/components/offers/price-text";
import { Ltr } from "@/components/ui/ltr";
import { PROTOCOL_NAMES } from "@/components/vpn/protocol-names";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffPlanView } from "@/lib/domain/vpn/staff-types";

const LANGUAGES = [
  ["name", "en"],
  ["nameFa", "fa"],
  ["namePt", "pt-BR"],
] as const;
const FEATURES = [
  ["features", "en"],
  ["featuresFa", "fa"],
  ["featuresPt", "pt-BR"],
] as const;
const code = (text: string) => <Ltr className="break-all font-mono text-xs">{text}</Ltr>;

/** A plan as it is sold now, for whoever may not change it too. */
export function PlanFacts({ plan }: { plan: StaffPlanView }) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const bytes = useBytes();
  const count = (n: number) => format.number(n, "whole");
  const { live, liveOnOlder, trafficBytes, priceToman } = plan;
  const facts: Fact[] = [
    ...LANGUAGES.map(([key, lang]) => ({
      label: t(`plans.${key}`),
      value: <bdi lang={lang}>{plan[key]}</bdi>,
    })),
    { label: t("plans.tier"), value: code(plan.tier) },
    { label: t("plans.price"), value: <PriceText amount={plan.priceUsd} /> },
    {
      label: t("plans.priceToman"),
      value: priceToman === null ? t("plans.byRate") : t("plans.toman", { n: Number(priceToman) }),
    },
    { label: t("plans.durationDays"), value: count(plan.durationDays) },
    {
      label: t("plans.traffic"),
      value: <bdi>{trafficBytes === null ? t("plans.unlimited") : bytes(trafficBytes)}</bdi>,
    },
    { label: t("plans.maxDevices"), value: count(plan.maxDevices) },
    {
      label: t("plans.protocols"),
      value: <Ltr>{plan.protocols.map((one) => PROTOCOL_NAMES[one]).join(", ")}</Ltr>,
    },
    {
      label: t("plans.countryCodes"),
      value:
        plan.countryCodes.length > 0 ? <Ltr>{plan.countryCodes.join(", ")}</Ltr> : t("plans.allCountries"),
    },
    { label: t("plans.places"), value: count(plan.places) },
    { label: t("plans.isTrial"), value: t(plan.isTrial ? "f.yes" : "f.no") },
    { label: t("plans.isActive"), value: t(plan.isActive ? "f.yes" : "f.no") },
    { label: t("plans.sort"), value: count(plan.sort) },
    {
      label: t("plans.live"),
      value: liveOnOlder > 0 ? t("plans.liveOf", { n: live, older: liveOnOlder }) : count(live),
    },
    { label: t("plans.revision"), value: count(plan.revision) },
    { label: t("f.changeCount"), value: count(plan.version - 1) },
    { label: t("f.createdAt"), value: <Moment at={plan.createdAt} /> },
    { label: t("f.updatedAt"), value: <Moment at={plan.updatedAt} /> },
    ...FEATURES.map(([key, lang]) => ({
      label: t(`plans.${key}`),
      wide: true,
      value: (
        <ul lang={lang} className="flex flex-col">
          {plan[key].length === 0 ? <li>–</li> : plan[key].map((line) => <li key={line}>{line}</li>)}
        </ul>
      ),
    })),
    { label: t("plans.family"), value: code(plan.familyId), wide: true },
    { label: t("f.id"), value: code(plan.id), wide: true },
  ];
  return <FactList facts={facts} />;
}
