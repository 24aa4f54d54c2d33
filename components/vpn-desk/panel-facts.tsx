import { useFormatter, useTranslations } from "next-intl";
import { type Fact, FactList } from "@/components/offers/fact-list";
import { Ltr } from "@/components/ui/ltr";
import type { StaffPanelView } from "@/lib/domain/vpn/staff-types";
import { PANEL_NAMES } from "./panel-names";

/** A panel as it is known, without its credentials. */
export function PanelFacts({ panel }: { panel: StaffPanelView }) {
  const t = useTranslations("vpnDesk");
  const format = useFormatter();
  const at = (time: string | null) => (time ? format.dateTime(new Date(time), "long") : "–");
  const facts: Fact[] = [
    { label: t("f.name"), value: <bdi>{panel.name}</bdi> },
    { label: t("f.kind"), value: <Ltr>{PANEL_NAMES[panel.kind]}</Ltr> },
    { label: t("f.url"), value: <Ltr className="font-mono text-xs">{panel.url}</Ltr> },
    { label: t("f.version"), value: <Ltr>{panel.detectedVersion ?? "–"}</Ltr> },
    {
      label: t("f.latency"),
      value: panel.latencyMs === null ? "–" : t("servers.milliseconds", { n: panel.latencyMs }),
    },
    { label: t("f.probedAt"), value: at(panel.probedAt) },
    { label: t("f.remark"), value: <bdi>{panel.healthText || "–"}</bdi> },
    { label: t("f.failures"), value: format.number(panel.failuresInRow, "whole") },
    { label: t("f.openUntil"), value: at(panel.openUntil) },
    { label: t("f.isActive"), value: t(panel.isActive ? "f.yes" : "f.no") },
    {
      label: t("f.options"),
      value: <Ltr className="font-mono text-xs">{JSON.stringify(panel.options)}</Ltr>,
    },
    { label: t("f.usageEpoch"), value: <Ltr className="font-mono text-xs">{panel.usageEpoch ?? "–"}</Ltr> },
    { label: t("f.createdAt"), value: at(panel.createdAt) },
    { label: t("f.updatedAt"), value: at(panel.updatedAt) },
    { label: t("f.changeCount"), value: format.number(panel.version - 1, "whole") },
    { label: t("f.id"), value: <Ltr className="break-all font-mono text-xs">{panel.id}</Ltr>, wide: true },
  ];
  return <FactList facts={facts} />;
}
