import { useFormatter, useTranslations } from "next-intl";
import { Ltr } from "@/components/ui/ltr";
import type { ServiceDetail } from "@/lib/domain/catalog/types";
import { FactList } from "./fact-list";

/** What is computed from orders, never typed, and when it all was. */
export function ServiceFacts({ service }: { service: ServiceDetail }) {
  const t = useTranslations("services");
  const format = useFormatter();
  const none = t("none");
  const time = (value: string | null) => (value ? format.dateTime(new Date(value), "long") : none);
  const rate =
    service.successRate === null
      ? t("tooFew", { count: service.sampleSize })
      : t("rate", { rate: format.number(service.successRate, "share"), count: service.sampleSize });
  const wait = service.medianWaitSeconds;
  return (
    <FactList
      facts={[
        { label: t("columns.success"), value: rate },
        { label: t("columns.wait"), value: wait === null ? none : t("seconds", { count: wait }) },
        { label: t("columns.popularity"), value: t("orders", { count: service.popularity }) },
        { label: t("facts.computed"), value: time(service.computedAt) },
        { label: t("columns.offers"), value: format.number(service.offers, "whole") },
        { label: t("facts.reviewed"), value: time(service.policyReviewedAt) },
        { label: t("facts.created"), value: time(service.createdAt) },
        { label: t("columns.updated"), value: time(service.updatedAt) },
        { label: t("facts.version"), value: format.number(service.version, "whole") },
        { label: t("facts.id"), wide: true, value: <Ltr className="font-mono text-xs">{service.id}</Ltr> },
      ]}
    />
  );
}
